package io.github.thriveaudience.guard.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing breaks callers of the released contract unless the break is declared. */
class ReleasedContractTest {
  private static final Contract CONTRACT = new Contract(Path.of("..").toAbsolutePath().normalize());

  @Test
  void breaksNothingUndeclared() {
    assertThat(CONTRACT.undeclaredBreaks())
        .withFailMessage(
            () ->
                "openapi.yaml breaks callers of the released contract:%n%s%n%n".formatted(list())
                    + "`mvn -q -Pimpact` shows the consequences. If a break is intended, declare it: see"
                    + " \"How to break the contract\" in .github/CONTRIBUTING.md.")
        .isEmpty();
  }

  private static String list() {
    return String.join(
        System.lineSeparator(),
        CONTRACT.undeclaredBreaks().stream()
            .flatMap(change -> Stream.of("  " + change, "      " + change.consequence()))
            .filter(line -> !line.isBlank())
            .toList());
  }

  @Test
  void declaresNoUnknownBreak() {
    assertThat(CONTRACT.unusedDeclarations())
        .as("lines of released/declared-breaks.txt that match no break")
        .isEmpty();
  }
}
