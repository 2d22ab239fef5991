package io.github.thriveaudience.generator.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes text of the spec into Java, where it can do no harm. */
public final class JavaText {
  private JavaText() {}

  /** A string literal, with its quotes. */
  public static String literal(String text) {
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
  public static String javadoc(@Nullable String text, String otherwise) {
    String line =
        text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return escaped(line.isEmpty() ? otherwise : line);
  }

  /** The lines of text in a Javadoc comment. The text is Markdown and can be anything. */
  public static List<String> javadocLines(@Nullable String text) {
    return text == null
        ? List.of()
        : text.strip()
            .lines()
            .map(line -> escaped(line.stripTrailing().replaceAll("\\p{Cntrl}", " ")))
            .toList();
  }

  /** Nothing ends the comment, opens a tag or is an escape of the language. */
  private static String escaped(String line) {
    StringBuilder escaped = new StringBuilder();
    line.chars()
        .forEach(
            letter -> {
              if ("<>&@\\*{}".indexOf(letter) < 0) {
                escaped.append((char) letter);
              } else {
                escaped.append("&#").append(letter).append(';');
              }
            });
    return escaped.toString();
  }

  /** Percent-encodes all but the unreserved characters, as Feign does with names. */
  public static String percentEncoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
