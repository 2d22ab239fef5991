package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.thriveaudience.contract.ContractValidator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compiles each Java snippet of the Markdown files and runs it against the stubs. */
class ReadmeTest {
  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  private static final SnippetServer SERVER = new SnippetServer(CONTRACT);

  /** What must hold at the end of each snippet, by its heading and number. */
  private static final Map<String, Scenario> SCENARIOS = new HashMap<>();

  static {
    SetupScenarios.addTo(SCENARIOS);
    ReadingScenarios.addTo(SCENARIOS);
    ChangesScenarios.addTo(SCENARIOS);
    ObservationScenarios.addTo(SCENARIOS);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @TestFactory
  Stream<DynamicTest> snippet() throws IOException {
    return Documents.snippets().stream().map(block -> dynamicTest(block.name(), () -> run(block)));
  }

  private static void run(Block block) {
    assertThat(SCENARIOS).as("scenarios").containsKey(block.name());
    assertThat(new SnippetSource(block).unusedImports()).as("unused imports").isEmpty();
    SCENARIOS.get(block.name()).runAsTest(block, SERVER);
  }

  @Test
  void everyScenarioHasItsSnippet() throws IOException {
    assertThat(Documents.snippets())
        .extracting(Block::name)
        .containsExactlyInAnyOrderElementsOf(SCENARIOS.keySet());
  }
}
