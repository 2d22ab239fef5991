package io.github.thriveaudience.quickstart;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether somebody watches. */
final class Terminal {
  private Terminal() {}

  /**
   * Whether standard error is a terminal; where that cannot be known, whether the process has one.
   */
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

  /** From Java 22 on there is a console even where there is no terminal, and a method to tell. */
  @SuppressWarnings("SystemConsoleNull") // Below 22 it is null where there is none.
  private static boolean hasConsole() {
    Console console = System.console();
    try {
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return console != null;
    }
  }
}
