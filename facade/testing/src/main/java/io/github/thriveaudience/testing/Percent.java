package io.github.thriveaudience.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Percent-encoding (RFC 3986, section 2.1). */
final class Percent {
  private static final int HEX = 16;

  private Percent() {}

  /**
   * Decodes a segment of a path, in which a plus sign is a plus sign.
   *
   * @return null if it is not percent-encoded UTF-8
   */
  static @Nullable String decodeSegment(String segment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c != '%') {
        bytes.writeBytes(String.valueOf(c).getBytes(UTF_8));
      } else {
        int value = octet(segment, i + 1);
        if (value < 0) {
          return null;
        }
        bytes.write(value);
        i += 2;
      }
    }
    return text(bytes.toByteArray());
  }

  private static int octet(String text, int begin) {
    if (begin + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(begin), HEX);
    int low = Character.digit(text.charAt(begin + 1), HEX);
    return high < 0 || low < 0 ? -1 : high * HEX + low;
  }

  private static @Nullable String text(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /**
   * Decodes a value of a form, in which a plus sign is a space; returns it as it is if it cannot.
   */
  static String decodeForm(String value) {
    try {
      return URLDecoder.decode(value, UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
