package io.github.thriveaudience.internal;

import feign.Request;
import feign.Response;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs headers at TRACE: those of a list, and of the others not even the names. What is not on it
 * may carry credentials, a cookie or an address.
 */
final class HeaderLog {
  private static final Logger LOG = LoggerFactory.getLogger(LoggingListener.NAME);
  private static final int LONGEST = 200;

  private static final Set<String> SENT =
      Set.of("accept", "accept-encoding", "content-type", "user-agent", "x-correlation-id");

  private static final Set<String> RECEIVED =
      Set.of(
          "age",
          "cache-control",
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "date",
          "retry-after",
          "server",
          "transfer-encoding",
          "vary",
          "via");

  private HeaderLog() {}

  static void sending(Request request) {
    if (LOG.isTraceEnabled()) {
      LOG.trace("Headers sent: {}", shown(request.headers(), List.of(SENT)));
    }
  }

  static void received(Response response) {
    if (LOG.isTraceEnabled()) {
      LOG.trace(
          "Headers received: {}", shown(response.headers(), List.of(RECEIVED, RequestIds.HEADERS)));
    }
  }

  private static Map<String, String> shown(
      Map<String, Collection<String>> headers, List<Collection<String>> allowed) {
    Map<String, String> shown = new TreeMap<>();
    headers.forEach(
        (name, values) -> {
          String key = name.toLowerCase(Locale.ROOT);
          if (allowed.stream().anyMatch(list -> list.contains(key))) {
            shown.put(key, shown(values));
          }
        });
    return shown;
  }

  /** What a server sends can be long, and must not look like a line of its own. */
  private static String shown(Collection<String> values) {
    String text = values.stream().collect(Collectors.joining(", ")).replaceAll("\\p{Cc}", "?");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
