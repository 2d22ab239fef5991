package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.ReadPolicy;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Reads all members, again if they changed meanwhile and a policy says so. For one thread. */
public final class SnapshotReader {
  private final PageSource source;
  private final ReadPolicy policy;
  private final ListingDeadline deadline;
  private final ProgressListener listener;
  private final Supplier<VerifiedReader> readings;

  /**
   * A reader.
   *
   * @param deadline when the last reading must have ended
   * @param listener is notified if no reading fails and there is a failure all the same
   * @param readings gives a new reading each time
   */
  public SnapshotReader(
      PageSource source,
      ReadPolicy policy,
      ListingDeadline deadline,
      ProgressListener listener,
      Supplier<VerifiedReader> readings) {
    this.source = source;
    this.policy = policy;
    this.deadline = deadline;
    this.listener = listener;
    this.readings = readings;
  }

  public MembersSnapshot read() {
    MembersSnapshot snapshot = readings.get().readAll();
    for (int reads = 1; reads < policy.maxReads() && !snapshot.isConsistent(); reads++) {
      waitAfter(reads, snapshot);
      snapshot = readings.get().readAll();
    }
    if (policy.mustBeConsistent() && !snapshot.isConsistent()) {
      throw reported(inconsistent(policy.maxReads(), snapshot), snapshot);
    }
    return snapshot;
  }

  /** What ends the wait keeps what was read before it. */
  private void waitAfter(int reads, MembersSnapshot latest) {
    try {
      pause(reads);
    } catch (ThriveException e) {
      FailureDetails.of(e).addEarlierFailures(List.of(inconsistent(reads, latest)));
      throw reported(e, latest);
    } catch (IllegalStateException e) {
      throw reported(e, latest);
    }
  }

  private RuntimeException reported(RuntimeException failure, MembersSnapshot latest) {
    FailedReading.report(latest.report(), failure, listener);
    return failure;
  }

  private void pause(int reads) {
    Duration wait = policy.waitBetweenReads();
    if (!deadline.allows(wait)) {
      throw deadline.exceeded(
          source.subject(),
          Texts.format(
              "the wait of %s before reading %d of %d", wait, reads + 1, policy.maxReads()));
    }
    try {
      if (!wait.isZero()) {
        source.pause(wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ThriveInterruptedException(
          Texts.format("The thread was interrupted between two readings of %s.", source.subject()),
          e);
    }
  }

  private InconsistentListingException inconsistent(int reads, MembersSnapshot last) {
    return new InconsistentListingException(
        Texts.format(
            "None of %d readings of %s was consistent. The last one was %s: %s",
            reads,
            source.subject(),
            last.report().verdict(),
            String.join(" ", last.report().evidence())),
        last);
  }
}
