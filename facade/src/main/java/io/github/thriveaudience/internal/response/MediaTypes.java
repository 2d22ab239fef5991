package io.github.thriveaudience.internal.response;

import feign.Response;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes the page of a login or of a proxy by its content type. */
final class MediaTypes {
  private static final Pattern TYPE = Pattern.compile("([a-z]{1,20}/[a-z0-9.+-]{1,40})\\s*(;.*)?");

  private MediaTypes() {}

  static String hint(Response response) {
    String type = ResponseBodies.header(response, "Content-Type");
    if (type == null) {
      return "; the response has no Content-Type";
    }
    Matcher matcher = TYPE.matcher(type.strip().toLowerCase(Locale.ROOT));
    boolean known = matcher.matches();
    if (known && matcher.group(1).endsWith("json")) {
      return "";
    }
    return "; the response is "
        + (known ? matcher.group(1) : "of no readable Content-Type")
        + ": is a proxy or a login page in between?";
  }
}
