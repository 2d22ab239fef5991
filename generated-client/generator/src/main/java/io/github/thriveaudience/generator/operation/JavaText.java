package io.github.thriveaudience.generator.operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts of the spec as parts of Java. */
final class JavaText {
  private JavaText() {}

  /** A literal of a string, with its quotes. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(one -> literal.append(escaped((char) one)));
    return literal.append('"').toString();
  }

  private static String escaped(char one) {
    return switch (one) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> Character.isISOControl(one) ? "\\" + Integer.toOctalString(one) : "" + one;
    };
  }

  /** Percent-encodes all but the unreserved characters, as Feign does with names. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** The lines of a text that can stand in Javadoc. The text is Markdown and can be anything. */
  static List<String> javadoc(@Nullable String text) {
    return text == null
        ? List.of()
        : text.strip().lines().map(line -> entities(line.stripTrailing())).toList();
  }

  /** A text that can stand in one line of Javadoc. */
  static String javadocLine(@Nullable String text) {
    return String.join(" ", javadoc(text)).replaceAll(" +", " ");
  }

  private static String entities(String line) {
    return line.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("{", "&#123;")
        .replace("}", "&#125;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;")
        .replaceAll("\\p{Cntrl}", " ");
  }
}
