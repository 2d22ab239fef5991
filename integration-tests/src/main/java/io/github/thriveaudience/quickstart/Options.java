package io.github.thriveaudience.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the quickstart does.
 *
 * @param oauth2 whether the stubs are called with a token
 * @param since the file of a state to compare with and to update, or null to list members
 * @param output the file to write to, or null for standard output
 * @param guarded whether only so many members may leave at once
 */
record Options(
    String audience,
    Report.Format format,
    boolean oauth2,
    @Nullable Path since,
    @Nullable Path output,
    boolean guarded) {

  /** Checks that the output does not replace the state. */
  Options {
    if (since != null && output != null && isSame(since, output)) {
      throw new IllegalArgumentException("since and output must be different files");
    }
  }

  private static boolean isSame(Path since, Path output) {
    try {
      return Files.isSameFile(since, output);
    } catch (IOException e) { // one of them does not exist
      return since.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize());
    }
  }

  /**
   * Reads arguments. Maven passes an empty value as null, and relative paths are relative to the
   * directory in which it was started.
   *
   * @throws IllegalArgumentException if one is not valid; the message names it
   */
  static Options parse(@Nullable String... arguments) {
    return new Options(
        argument(arguments, 0),
        Report.Format.named(argument(arguments, 1)),
        isSecond("auth", argument(arguments, 2), "basic", "oauth2"),
        path(argument(arguments, 3)),
        path(argument(arguments, 4)),
        !isSecond("guard", argument(arguments, 5, "on"), "on", "off"));
  }

  private static String argument(@Nullable String[] arguments, int position) {
    return argument(arguments, position, "");
  }

  private static String argument(@Nullable String[] arguments, int position, String defaultValue) {
    String argument = position < arguments.length ? arguments[position] : null;
    return argument == null ? defaultValue : argument;
  }

  private static @Nullable Path path(String argument) {
    return argument.isEmpty() ? null : Path.of(argument);
  }

  /** Whether an option has the second of its values. */
  private static boolean isSecond(String name, String value, String first, String second) {
    if (value.equals(first) || value.equals(second)) {
      return value.equals(second);
    }
    throw new IllegalArgumentException(
        name + " must be " + first + " or " + second + ", but was \"" + value + '"');
  }
}
