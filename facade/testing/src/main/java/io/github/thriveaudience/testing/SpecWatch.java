package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes each request of the present test, and what the spec has against it. Thread-safe. */
final class SpecWatch implements ServeEventListener {
  private static final int NOT_FOUND = 404;

  private final CallsOfTests calls;
  private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final List<String> misuses = new CopyOnWriteArrayList<>();

  SpecWatch(CallsOfTests calls) {
    this.calls = calls;
  }

  @Override
  public String getName() {
    return "thrive-spec";
  }

  /** Before the response, which may never be sent. */
  @Override
  public synchronized void beforeMatch(ServeEvent event, Parameters parameters) {
    LoggedRequest request = event.getRequest();
    if (calls.isOfEarlierTest(request)) {
      return;
    }
    requests.add(new ReceivedRequest(request));
    RequestRules.brokenBy(request).forEach(rule -> violated(request, rule));
  }

  /** Tests may add endpoints that the spec does not have. */
  @Override
  public void afterMatch(ServeEvent event, Parameters parameters) {
    LoggedRequest request = event.getRequest();
    boolean refused = event.getResponseDefinition().getStatus() == NOT_FOUND;
    if (refused && !RequestRules.isKnown(request) && !calls.isOfEarlierTest(request)) {
      violated(request, "there is no such endpoint");
    }
  }

  private void violated(LoggedRequest request, String rule) {
    violations.add(new ReceivedRequest(request) + ": " + rule);
  }

  /** Notes that a scenario cannot occur, which is a mistake of the test. */
  void misused(String how) {
    misuses.add(how);
  }

  /** Begins another test. */
  synchronized void reset() {
    calls.reset();
    requests.clear();
    violations.clear();
    misuses.clear();
  }

  List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  List<Integer> requestedPages(String audience) {
    return requests.stream()
        .filter(request -> audience.equals(request.audience()))
        .map(request -> Objects.requireNonNullElse(request.parameter("page"), "1"))
        .map(Integer::valueOf)
        .toList();
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  /**
   * Fails if a test must not go unnoticed.
   *
   * @param mayViolate whether requests may violate the spec
   * @throws AssertionError with all reasons
   */
  void verify(boolean mayViolate) {
    if (!misuses.isEmpty()) {
      throw new AssertionError(lines("Scenarios that could not occur:", misuses, ""));
    }
    if (!mayViolate && !violations.isEmpty()) {
      throw new AssertionError(
          lines(
              "Requests that violate the API's spec:",
              violations,
              "\nIf this is what the test is about, annotate it with @ViolatesSpec."));
    }
  }

  private static String lines(String head, List<String> lines, String end) {
    return head + "\n- " + String.join("\n- ", lines) + end;
  }
}
