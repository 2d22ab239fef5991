package io.github.thriveaudience.internal.changes;

import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The readings of an audience, and whether they prove that members have left who were in none of
 * them. For one thread.
 */
final class Evidence {
  private final ChangePolicy policy;
  private final List<TraversalReport> reports = new ArrayList<>();
  private int inconsistentInARow;

  Evidence(ChangePolicy policy) {
    this.policy = policy;
  }

  void add(TraversalReport report) {
    reports.add(report);
    inconsistentInARow = isConsistent() ? 0 : inconsistentInARow + 1;
  }

  /** Whether the latest reading was consistent. */
  boolean isConsistent() {
    return latest().verdict() == Verdict.CONSISTENT;
  }

  /** Whether who was in none of the readings has left. */
  boolean isProof() {
    long consistent = count(Verdict.CONSISTENT);
    Integer accepted = policy.acceptedDrift();
    return consistent >= policy.confirmations()
        || (accepted != null
            && consistent + count(Verdict.DRIFTED) >= Math.max(accepted, policy.confirmations()));
  }

  private long count(Verdict verdict) {
    return reports.stream().filter(report -> report.verdict() == verdict).count();
  }

  /**
   * Whether another reading would help.
   *
   * @param anybodyAbsent whether a known member was in none of the readings
   */
  boolean isAnotherNeeded(boolean anybodyAbsent) {
    if (isProof()) {
      return false;
    }
    return isConsistent() ? anybodyAbsent : inconsistentInARow < attempts();
  }

  /** Drifted readings that are accepted can be as many as it takes. */
  private int attempts() {
    return Math.max(policy.attempts(), Objects.requireNonNullElse(policy.acceptedDrift(), 0));
  }

  TraversalReport latest() {
    return reports.get(reports.size() - 1);
  }

  List<TraversalReport> reports() {
    return List.copyOf(reports);
  }
}
