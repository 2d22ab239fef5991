package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.http.Request;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.Span;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * In which test each call of the given clients began, by its correlation id. A page that was
 * requested ahead can arrive when the next test has begun already: the client of the earlier test
 * has been closed, but the server reads what it has sent. Thread-safe.
 */
final class CallsOfTests implements ClientListener {
  private final Map<String, Integer> tests = new ConcurrentHashMap<>();
  private volatile int test;

  @Override
  public synchronized Span<CallEvent> startCall(CallInfo call, Span<?> listing) {
    tests.put(call.correlationId(), test);
    return Span.none();
  }

  /** Begins another test. */
  synchronized void reset() {
    test++;
  }

  /** Whether the call of a request began before the present test. */
  boolean isOfEarlierTest(Request request) {
    String id = request.getHeader("X-Correlation-Id");
    int present = test;
    return id != null && tests.getOrDefault(id, present) < present;
  }
}
