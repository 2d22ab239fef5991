package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.contract.ContractValidator;
import io.github.thriveaudience.contract.ViolatesContract;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Provokes each row of the troubleshooting table, and finds its words in what a user sees. */
@ViolatesContract("a gateway responds, or a list changes")
class TroubleshootingTest {
  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  private static final SnippetServer SERVER = new SnippetServer(CONTRACT);

  /** By the last code span in the first cell of a row. */
  private static final Map<String, Cause> CAUSES = new HashMap<>();

  static {
    ConnectionCauses.addTo(CAUSES);
    ListingCauses.addTo(CAUSES);
    ResponseCauses.addTo(CAUSES);
    UsageCauses.addTo(CAUSES);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static List<String> rows() throws IOException {
    return Markdown.read(Documents.FACADE).firstCells("Troubleshooting");
  }

  @BeforeEach
  void reset() {
    SERVER.reset();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isWhatAUserSees(String row) throws Exception {
    assertThat(CAUSES).as("causes").containsKey(symptom(row));
    String seen = CAUSES.get(symptom(row)).provoke(SERVER);
    for (String words : Markdown.code(row)) {
      assertThat(seen).as(row).containsSubsequence(words.split("…"));
    }
  }

  @Test
  void everyCauseHasARow() throws IOException {
    assertThat(rows())
        .extracting(TroubleshootingTest::symptom)
        .containsExactlyInAnyOrderElementsOf(CAUSES.keySet());
  }

  private static String symptom(String row) {
    List<String> code = Markdown.code(row);
    return code.isEmpty() ? "" : code.get(code.size() - 1);
  }
}
