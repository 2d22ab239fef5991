package io.github.thriveaudience.micrometer;

import io.github.thriveaudience.event.CallInfo;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls and requests in progress whose observations are timed already, so that no {@link
 * MicrometerListener} times them a second time. Each on its own, since a predicate may disable the
 * observations of either. Thread-safe.
 */
final class TimedCalls {
  /** By value, which the correlation id makes unique. */
  private static final Set<Timed> TIMED = ConcurrentHashMap.newKeySet();

  /** What is timed: a request of a call, or as attempt 0 the call itself. */
  private record Timed(CallInfo call, int attempt) {}

  private TimedCalls() {}

  static void add(CallInfo call) {
    addRequest(call, 0);
  }

  static void remove(CallInfo call) {
    removeRequest(call, 0);
  }

  static boolean contains(CallInfo call) {
    return containsRequest(call, 0);
  }

  static void addRequest(CallInfo call, int attempt) {
    TIMED.add(new Timed(call, attempt));
  }

  static void removeRequest(CallInfo call, int attempt) {
    TIMED.remove(new Timed(call, attempt));
  }

  static boolean containsRequest(CallInfo call, int attempt) {
    return TIMED.contains(new Timed(call, attempt));
  }
}
