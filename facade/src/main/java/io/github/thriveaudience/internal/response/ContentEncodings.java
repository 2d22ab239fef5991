package io.github.thriveaudience.internal.response;

import feign.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The encoding of a body (RFC 9110, section 8.4). Requests accept gzip, so any other encoding comes
 * from a server or a proxy that ignores {@code Accept-Encoding}.
 */
final class ContentEncodings {
  /** A name like those in the registry of content codings. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,19}");

  private static final int MAX_SHOWN = 3;

  private ContentEncodings() {}

  /**
   * Whether a body is gzip rather than plain.
   *
   * @throws UnreadableBodyException if it is neither
   */
  static boolean isGzip(Response response) {
    if (ResponseBodies.header(response, "Content-Encoding") == null) {
      return false;
    }
    List<String> encodings =
        ResponseBodies.headers(response, "Content-Encoding").stream()
            .flatMap(header -> Arrays.stream(header.split(",")))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty() && !name.equals("identity"))
            .toList();
    if (encodings.isEmpty()) {
      return false;
    }
    if (encodings.size() > 1 || !encodings.get(0).matches("(x-)?gzip")) {
      throw UnreadableBodyException.malformed(
          "the body is encoded as " + shown(encodings) + ", which was not requested");
    }
    return true;
  }

  /** A header can hold anything, so only names are shown. */
  private static String shown(List<String> encodings) {
    return encodings.stream()
            .limit(MAX_SHOWN)
            .map(name -> NAME.matcher(name).matches() ? name : "?")
            .collect(Collectors.joining(", "))
        + (encodings.size() > MAX_SHOWN ? ", ..." : "");
  }
}
