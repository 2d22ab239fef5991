package io.github.thriveaudience.internal.call;

import java.util.Locale;

/** Text that reads the same on every machine. */
public final class Texts {
  private Texts() {}

  /** Formats with the digits and separators of no particular locale. */
  public static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
