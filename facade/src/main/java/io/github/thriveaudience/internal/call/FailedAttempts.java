package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.failure.FailureDetails;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The failed attempts of one call, and which of them its limits count. For one thread. */
final class FailedAttempts {
  private final Limits limits;
  private final List<ThriveException> all = new ArrayList<>();
  private int requests;
  private int attempts;
  private int notSent;

  FailedAttempts(Limits limits) {
    this.limits = limits;
  }

  /** One that says something of this call, since the server responds. */
  void addAttempt(ThriveException failure) {
    attempts++;
    addProbe(failure);
  }

  /** One that says something of the server, not of this call. */
  void addProbe(ThriveException failure) {
    requests++;
    notSent = 0;
    all.add(failure);
  }

  /** One that was never processed. */
  void addNotSent(ThriveException failure) {
    notSent++;
    all.add(failure);
  }

  /** One that another token mends. */
  void addRejectedToken(ThriveException failure) {
    all.add(failure);
  }

  /** The number of attempts, whatever they count for. */
  int size() {
    return all.size();
  }

  /** Whether a probe counts as much as any attempt. */
  boolean countProbes() {
    return limits.maxRequests() <= limits.maxAttempts();
  }

  /** The attempts that count, 1 or more. */
  int counted() {
    return Math.max(1, countProbes() ? requests : attempts);
  }

  /** How often in a row the request was not sent. */
  int notSent() {
    return notSent;
  }

  boolean allowAnother() {
    return attempts < limits.maxAttempts() && requests < limits.maxRequests();
  }

  boolean allowRetries() {
    return limits.maxAttempts() > 1;
  }

  @Nullable ThriveException last() {
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** What ends the call, with what came before it. */
  ThriveException with(ThriveException last) {
    FailureDetails.of(last)
        .addEarlierFailures(all.stream().filter(earlier -> earlier != last).toList());
    return last;
  }
}
