package io.github.thriveaudience.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  @ParameterizedTest
  @CsvSource({
    "/dev/pts/3, true",
    "/dev/tty1, true",
    "/dev/null, false",
    "/var/log/job.log, false",
    "pipe:[4711], false"
  })
  void detectsATerminalByItsDevice(String device, boolean terminal, @TempDir Path folder)
      throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("2"), Path.of(device));

    assertThat(Terminal.isTerminal(link)).isEqualTo(terminal);
  }

  @Test
  void fileIsNoTerminal(@TempDir Path folder) {
    assertThat(Terminal.isTerminal(folder.resolve("2"))).isFalse();
  }
}
