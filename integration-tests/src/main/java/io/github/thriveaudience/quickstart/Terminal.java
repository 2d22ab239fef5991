package io.github.thriveaudience.quickstart;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Detects terminals. */
final class Terminal {
  private Terminal() {}

  /** Whether standard error is a terminal; where this is unknown, whether the process has one. */
  static boolean isStandardError() {
    Path error = Path.of("/proc/self/fd/2");
    return Files.isSymbolicLink(error) ? isTerminal(error) : hasConsole();
  }

  static boolean isTerminal(Path link) {
    try {
      String device = Files.readSymbolicLink(link).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }

  /** Since Java 22 there is a console without a terminal, too, and a method that tells. */
  @SuppressWarnings("SystemConsoleNull") // Before Java 22 it is null without a terminal.
  private static boolean hasConsole() {
    Console console = System.console();
    try {
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return console != null;
    }
  }
}
