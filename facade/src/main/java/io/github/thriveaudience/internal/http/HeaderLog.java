package io.github.thriveaudience.internal.http;

import feign.Request;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.internal.log.LoggingListener;
import java.net.http.HttpHeaders;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs headers at TRACE, from allow-lists. It shows not even the names of other headers, which may
 * hold credentials, cookies or addresses.
 */
final class HeaderLog {
  private static final Logger LOG = LoggerFactory.getLogger(LoggingListener.NAME);
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ,;:=/+*.\"()_-]{0,200}");

  /** The client's own: users can set none of them. */
  private static final Set<String> SENT =
      Set.of(
          "accept accept-encoding content-length content-type user-agent x-correlation-id"
              .split(" "));

  private static final Set<String> RECEIVED =
      Set.of(
          ("accept accept-encoding age cache-control connection content-encoding content-length"
                  + " content-type date retry-after transfer-encoding user-agent vary")
              .split(" "));

  private HeaderLog() {}

  static void sending(Request request) {
    if (LOG.isTraceEnabled()) {
      LOG.trace("Headers sent: {}", shown(request.headers(), SENT::contains));
    }
  }

  static void received(CallInfo call, HttpHeaders headers) {
    if (LOG.isTraceEnabled()) {
      LOG.trace(
          "Headers received: {}{}",
          shown(
              headers.map(), name -> RECEIVED.contains(name) || RequestIds.HEADERS.contains(name)),
          LoggingListener.ids(call, null));
    }
  }

  private static Map<String, String> shown(
      Map<String, ? extends Collection<String>> headers, Predicate<String> allowed) {
    Map<String, String> shown = new TreeMap<>();
    headers.forEach(
        (name, values) -> {
          String key = name.toLowerCase(Locale.ROOT);
          if (allowed.test(key)) {
            shown.put(key, shown(values));
          }
        });
    return shown;
  }

  /** Shows words, dates and numbers only: no addresses, no line breaks. */
  private static String shown(Collection<String> values) {
    String text = String.join(", ", values);
    return PLAIN.matcher(text).matches() ? text : "(not shown)";
  }
}
