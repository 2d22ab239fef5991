package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The path of the endpoint that lists members, and its query. */
final class MembersPath {
  private static final Pattern PATH =
      Pattern.compile("/rest/v1/audiences/([^/?]+)/members(?:\\?.*)?");

  private static final int DEFAULT_PER_PAGE = 100;

  private MembersPath() {}

  /**
   * The audience of a request.
   *
   * @param url the path and the query
   * @return null if the path is another one, or is not percent-encoded UTF-8
   */
  static @Nullable String audience(String url) {
    Matcher path = PATH.matcher(url);
    return path.matches() ? Percent.decodeSegment(path.group(1)) : null;
  }

  /** The query of a request that the stubs have found within bounds. */
  static Query query(Request request) {
    int limit = number(request, "limit", DEFAULT_PER_PAGE);
    return new Query(number(request, "page", 1), number(request, "perPage", limit));
  }

  private static int number(Request request, String name, int absent) {
    QueryParameter parameter = request.queryParameter(name);
    if (!parameter.isPresent()) {
      return absent;
    }
    long number = Long.parseLong(parameter.firstValue());
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  /**
   * A query.
   *
   * @param page 1 or more
   * @param perPage 1 to 1000
   */
  record Query(int page, int perPage) {}
}
