package io.github.thriveaudience.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The gate: nothing breaks callers of the released contract unless that is declared. */
class ReleasedContractTest {
  private static final Contract CONTRACT = new Contract(Path.of("").toAbsolutePath());

  @Test
  void breaksNothingThatIsNotDeclared() {
    assertThat(CONTRACT.undeclaredBreaks())
        .withFailMessage(
            () ->
                "openapi.yaml breaks callers of the released contract:%n%s%n%n".formatted(list())
                    + "`mvn -q -Pimpact` shows what follows. If a break is meant, declare it: see"
                    + " \"How to break the contract\" in .github/CONTRIBUTING.md.")
        .isEmpty();
  }

  private static String list() {
    return String.join(
        System.lineSeparator(),
        CONTRACT.undeclaredBreaks().stream().map(change -> "  " + change).toList());
  }

  @Test
  void declaresNoBreakThatIsNotThere() {
    assertThat(CONTRACT.idleDeclarations())
        .as("lines of released/declared-breaks.txt that name no break")
        .isEmpty();
  }
}
