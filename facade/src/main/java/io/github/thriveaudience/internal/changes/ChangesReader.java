package io.github.thriveaudience.internal.changes;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.TooManyLeaversException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.listing.Listing;
import io.github.thriveaudience.internal.listing.ListingDeadline;
import io.github.thriveaudience.internal.listing.VerifiedReader;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.MembershipState;
import java.time.Instant;

/**
 * Reads an audience as often as it takes to prove what has changed. For one thread, to be used
 * once.
 */
public final class ChangesReader {
  private final Listing listing;
  private final KnownMembers known;
  private final ChangePolicy policy;
  private final ListingDeadline deadline;
  private final Comparison comparison;
  private final Evidence evidence;

  /**
   * A reader that has sent nothing.
   *
   * @throws IllegalStateException if the listing does not begin with the first page
   * @throws IllegalArgumentException if the known members are of another audience
   */
  public ChangesReader(Listing listing, KnownMembers known, ChangePolicy policy) {
    listing.options().requireWhole("changesSince");
    StateOrigin.requireAudience(known, listing.source().audience());
    StateOrigin.requireEnvironment(known, listing.source().environment());
    this.listing = listing;
    this.known = known;
    this.policy = policy;
    this.deadline = new ListingDeadline(listing);
    this.comparison = new Comparison(known, listing.subject());
    this.evidence = new Evidence(policy);
  }

  /**
   * Reads the audience.
   *
   * @throws TooManyLeaversException if more members left than the policy allows
   */
  public MembershipChanges read() {
    readOnce(1);
    for (int reading = 2; evidence.isAnotherNeeded(comparison.isAnybodyAbsent()); reading++) {
      if (!evidence.isConsistent()) {
        waitBefore(reading);
      }
      readOnce(reading);
    }
    return checked(changes());
  }

  private void readOnce(int reading) {
    VerifiedReader reader = new VerifiedReader(listing, deadline, reading);
    evidence.add(reader.read(comparison::listed));
    comparison.readingEnded(reader::hasListed);
  }

  /** An exception from here carries the report of the reading before. */
  private void waitBefore(int reading) {
    try {
      listing.pause(policy.waitBetweenReads(), deadline, "reading " + reading);
    } catch (ThriveException | IllegalStateException e) {
      VerifiedReader.reportFailure(e, evidence.latest(), listing.options().listener());
      throw e;
    }
  }

  private MembershipChanges changes() {
    boolean proven = evidence.isProof();
    Instant readAt = listing.time().instant();
    return comparison
        .changes(proven)
        .reports(evidence.reports())
        .newState(() -> newState(proven, readAt))
        .build();
  }

  private MembershipState newState(boolean proven, Instant readAt) {
    MembershipState state =
        MembershipState.of(
            listing.source().audience(),
            listing.source().environment(),
            readAt,
            evidence.latest().verdict(),
            comparison.present(proven));
    return known.isIdsOnly() ? state.withoutPersonalData() : state;
  }

  private MembershipChanges checked(MembershipChanges changes) {
    String exceeded = policy.exceededLimit(changes);
    if (exceeded != null) {
      throw new TooManyLeaversException(
          Texts.format(
              "Too many members left %s at once. Check whether it is the right audience. %s",
              listing.subject(), exceeded),
          changes,
          evidence.latest());
    }
    return changes;
  }
}
