package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.log.LoggingListener;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of endpoints that are deprecated or will end, as their responses say: of each once a day,
 * whatever the number of requests. Thread-safe.
 */
final class DeprecationLog {
  private static final Logger LOG = LoggerFactory.getLogger(LoggingListener.NAME);
  private static final Duration DAY = Duration.ofDays(1);

  private final Map<Endpoint, Instant> latest = new ConcurrentHashMap<>();
  private final InstantSource clock;

  DeprecationLog(InstantSource clock) {
    this.clock = clock;
  }

  /** Reads the headers of a response. */
  void note(HttpHeaders headers, CallContext call) {
    if (!DeprecationNotice.isIn(headers)) {
      return;
    }
    Instant now = clock.instant();
    if (isFirstOfDay(call.call().endpoint(), now)) {
      LOG.warn(
          "{} {}{}{}",
          LoggingListener.request(call.info()),
          DeprecationNotice.inWords(headers, now),
          DeprecationLinks.inWords(headers, call.call().subject()),
          LoggingListener.ids(call.info(), call.requestId()));
    }
  }

  /** Of several threads at once, one gets true. */
  private boolean isFirstOfDay(Endpoint endpoint, Instant now) {
    Instant before = latest.putIfAbsent(endpoint, now);
    return before == null || (isOver(before, now) && latest.replace(endpoint, before, now));
  }

  /** Also if the clock was set back, or it might be silent for years. */
  private static boolean isOver(Instant before, Instant now) {
    return Duration.between(before, now).abs().compareTo(DAY) >= 0;
  }
}
