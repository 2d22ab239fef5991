package io.github.thriveaudience.internal.http;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the id that a server gives a request, for the vendor's support. */
final class RequestIds {
  /** Not documented by the API; these are the names that gateways commonly use. */
  static final List<String> HEADERS =
      List.of("x-request-id", "x-correlation-id", "x-amzn-requestid", "apigw-requestid");

  private static final Pattern READABLE = Pattern.compile("[A-Za-z0-9._:=+/-]{1,128}");

  private RequestIds() {}

  /**
   * The id of a request, or null if the server sent none.
   *
   * @param headers the headers of the response
   * @param ours the correlation id of the request, which a server may send back
   */
  static @Nullable String of(HttpHeaders headers, String ours) {
    return HEADERS.stream()
        .flatMap(name -> headers.allValues(name).stream())
        .filter(id -> READABLE.matcher(id).matches() && !id.equals(ours))
        .findFirst()
        .orElse(null);
  }
}
