package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import java.time.Duration;
import java.util.List;

/** Reads all members, and reads them again if they changed and the policy says so. */
public final class SnapshotReader {
  private final Listing listing;
  private final ReadPolicy policy;
  private final ListingDeadline deadline;

  /**
   * A reader for one thread, to be used once.
   *
   * @throws IllegalStateException if the listing cannot be read so
   */
  public SnapshotReader(Listing listing, ReadPolicy policy) {
    listing.options().requireReadAll(policy);
    this.listing = listing;
    this.policy = policy;
    this.deadline = new ListingDeadline(listing);
  }

  public MembersSnapshot read() {
    MembersSnapshot snapshot = readOnce();
    for (int reads = 1; reads < policy.maxReads() && !snapshot.isConsistent(); reads++) {
      waitAfter(reads, snapshot);
      snapshot = readOnce();
    }
    if (policy.mustBeConsistent() && !snapshot.isConsistent()) {
      throw reported(inconsistent(policy.maxReads(), snapshot), snapshot);
    }
    return snapshot;
  }

  private MembersSnapshot readOnce() {
    return new VerifiedReader(listing, deadline, true).readAll();
  }

  /** An exception from here carries what was read before the wait. */
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
    VerifiedReader.reportFailure(failure, latest.report(), listing.options().listener());
    return failure;
  }

  private void pause(int reads) {
    Duration wait = policy.waitBetweenReads();
    deadline.beforeWait(
        wait,
        Texts.format("the wait of %s before reading %d of %d", wait, reads + 1, policy.maxReads()));
    try {
      if (!wait.isZero()) {
        listing.source().pause(wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ThriveInterruptedException(
          Texts.format("The thread was interrupted between two readings of %s.", listing.subject()),
          e);
    }
  }

  private InconsistentListingException inconsistent(int reads, MembersSnapshot last) {
    return new InconsistentListingException(
        Texts.format(
            "None of %d readings of %s was consistent. The last one was %s: %s",
            reads,
            listing.subject(),
            last.report().verdict(),
            String.join(" ", last.report().evidence())),
        last);
  }
}
