package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.failure.FailureDetails;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The failed attempts of one call, and how many of them count against its limits. For one thread.
 */
final class FailedAttempts {
  private final Limits limits;
  private final List<ThriveException> all = new ArrayList<>();
  private int requests;
  private int attempts;
  private int notSent;

  FailedAttempts(Limits limits) {
    this.limits = limits;
  }

  /** Adds an attempt that counts against the maximum of attempts. */
  void addAttempt(ThriveException failure) {
    attempts++;
    addProbe(failure);
  }

  /** Adds a probe in an outage, which counts against the maximum of requests alone. */
  void addProbe(ThriveException failure) {
    requests++;
    notSent = 0;
    all.add(failure);
  }

  /** Adds an attempt that the server did not process, which does not count. */
  void addNotSent(ThriveException failure) {
    notSent++;
    all.add(failure);
  }

  /** Adds an attempt that does not count: throttled, or with a token that was then renewed. */
  void addUncounted(ThriveException failure) {
    all.add(failure);
  }

  /** The number of failed attempts, whether or not they count. */
  int size() {
    return all.size();
  }

  /** Whether probes count as attempts. */
  boolean countProbes() {
    return limits.maxRequests() <= limits.maxAttempts();
  }

  /** The number of attempts that count, 1 or more. */
  int counted() {
    return Math.max(1, countProbes() ? requests : attempts);
  }

  /** The number of attempts in a row that the server did not process. */
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
