package io.github.thriveaudience.generator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes text of the spec into Java, where it can do no harm. */
final class JavaText {
  private JavaText() {}

  /** A string literal, with its quotes. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(letter -> append(literal, (char) letter));
    return literal.append('"').toString();
  }

  private static void append(StringBuilder literal, char letter) {
    if (letter == '"' || letter == '\\') {
      literal.append('\\').append(letter);
    } else if (letter < ' ' || letter == 0x7f) {
      literal.append(String.format(Locale.ROOT, "\\%03o", (int) letter));
    } else if (Character.isSurrogate(letter)) {
      literal.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
    } else {
      literal.append(letter);
    }
  }

  /** Text in a Javadoc comment, on one line, or what stands in for none. */
  static String javadoc(@Nullable String text, String otherwise) {
    String line =
        text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    StringBuilder escaped = new StringBuilder();
    (line.isEmpty() ? otherwise : line).chars().forEach(letter -> escape(escaped, (char) letter));
    return escaped.toString();
  }

  /** Nothing ends the comment, opens a tag or is an escape of the language. */
  private static void escape(StringBuilder escaped, char letter) {
    if ("<>&@\\*{}".indexOf(letter) < 0) {
      escaped.append(letter);
    } else {
      escaped.append("&#").append((int) letter).append(';');
    }
  }
}
