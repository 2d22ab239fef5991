package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
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
    MembersSnapshot snapshot = readOnce(1);
    for (int reads = 1; reads < policy.maxReads() && !snapshot.isConsistent(); reads++) {
      waitAfter(reads, snapshot);
      snapshot = readOnce(reads + 1);
    }
    if (policy.mustBeConsistent() && !snapshot.isConsistent()) {
      throw reported(inconsistent(policy.maxReads(), snapshot), snapshot);
    }
    return snapshot;
  }

  private MembersSnapshot readOnce(int reading) {
    return new VerifiedReader(listing, deadline, reading, true).readAll();
  }

  /** An exception from here carries what was read before the wait. */
  private void waitAfter(int reads, MembersSnapshot latest) {
    try {
      String next = Texts.format("reading %d of %d", reads + 1, policy.maxReads());
      listing.pause(policy.waitBetweenReads(), deadline, next);
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
