package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.thriveaudience.contract.ContractWatch;
import io.github.thriveaudience.contract.OffContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Provokes what each row of the README's troubleshooting table begins with, and looks whether it is
 * seen in these words.
 */
@OffContract("a gateway answers, or a list changes")
class TroubleshootingTest {
  @RegisterExtension static final ContractWatch CONTRACT = new ContractWatch();

  private static final SnippetServer SERVER = new SnippetServer(CONTRACT);

  /** By the last words that a row sets as code in its first cell. */
  private static final Map<String, Trouble> TROUBLES = new HashMap<>();

  static {
    TROUBLES.putAll(TroubleWithAnswers.BY_WORDS);
    TROUBLES.putAll(TroubleWithLists.BY_WORDS);
    TROUBLES.putAll(TroubleHere.BY_WORDS);
    TROUBLES.putAll(TroubleOnTheWay.BY_WORDS);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @TestFactory
  Stream<DynamicTest> row() throws IOException {
    return symptoms().stream().map(symptom -> dynamicTest(symptom, () -> provoke(symptom)));
  }

  @Test
  void hasARowForEachTrouble() throws IOException {
    assertThat(symptoms().stream().map(TroubleshootingTest::key))
        .containsExactlyInAnyOrderElementsOf(TROUBLES.keySet());
  }

  private static void provoke(String symptom) throws Exception {
    assertThat(TROUBLES.keySet()).as("troubles that are known").contains(key(symptom));
    SERVER.reset();
    String seen = TROUBLES.get(key(symptom)).seen(SERVER);
    for (String words : Markdown.code(symptom)) {
      assertThat(seen).as(symptom).containsSubsequence(words.split("…"));
    }
  }

  private static String key(String symptom) {
    List<String> code = Markdown.code(symptom);
    return code.isEmpty() ? "" : code.get(code.size() - 1);
  }

  private static List<String> symptoms() throws IOException {
    return Markdown.read(Path.of("../README.md")).firstCells("Troubleshooting");
  }
}
