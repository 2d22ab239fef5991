package io.github.thriveaudience.micrometer;

import io.github.thriveaudience.event.CallInfo;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls in progress whose observations are timed already, so that no {@link MicrometerListener}
 * times them and their requests a second time. Thread-safe.
 */
final class TimedCalls {
  /** By value, which the correlation id makes unique. */
  private static final Set<CallInfo> CALLS = ConcurrentHashMap.newKeySet();

  private TimedCalls() {}

  static void add(CallInfo call) {
    CALLS.add(call);
  }

  static void remove(CallInfo call) {
    CALLS.remove(call);
  }

  static boolean contains(CallInfo call) {
    return CALLS.contains(call);
  }
}
