package io.github.thriveaudience.internal.call;

import java.util.Locale;

/** Texts that are the same in every locale. */
public final class Texts {
  private Texts() {}

  /** Formats in {@link Locale#ROOT}. */
  public static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
