package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads all pages once, and reports whether they are the whole audience. For one thread. */
public final class VerifiedReader {
  private static final int MAX_PAGES_OF_DUPLICATES = 10;

  private final PagePrefetcher pages;
  private final CompletenessCheck check;
  private final ProgressListener listener;
  private int nextPage;

  /** How many pages in a row had duplicates alone, since one had a new member. */
  private int pagesOfDuplicates;

  private boolean anyDelivered;

  /**
   * A reader that keeps no members.
   *
   * @throws IllegalStateException if the listing continues a {@code readAll}
   */
  public VerifiedReader(Listing listing) {
    this(listing, new ListingDeadline(listing), 1, false);
    listing.options().requireRead();
  }

  /**
   * A reader that keeps no members, of an audience that is read several times.
   *
   * @param deadline that of all readings
   * @param reading the number of the reading, from 1
   */
  public VerifiedReader(Listing listing, ListingDeadline deadline, int reading) {
    this(listing, deadline, reading, false);
  }

  VerifiedReader(Listing listing, ListingDeadline deadline, int reading, boolean keeping) {
    this.pages = new PagePrefetcher(listing, true, deadline, reading);
    this.check = listing.options().newCheck(listing.subject(), keeping);
    this.listener = listing.options().listener();
    this.nextPage = listing.options().firstPage();
  }

  /** Keeps each member, with those that were kept before the reading was resumed. */
  MembersSnapshot readAll() {
    List<AudienceMember> kept = Objects.requireNonNull(check.kept());
    TraversalReport report = read(kept::add);
    return MembersSnapshot.of(kept, report);
  }

  /** Passes each member to a consumer, without duplicates. */
  public TraversalReport read(Consumer<? super AudienceMember> consumer) {
    try {
      while (pages.hasNext()) {
        MembersPage page = pages.next();
        boolean anyNew = check.deliver(page, consumer);
        nextPage++;
        requireProgress(page, anyNew);
      }
      return check.report(pages.requests());
    } catch (Throwable e) {
      pages.close(e);
      reportFailure(e, check.failed(pages.requests(), nextPage), listener);
      throw e;
    }
  }

  /** Whether the pages that were read list a member. */
  public boolean hasListed(String userId) {
    return check.hasListed(userId);
  }

  /** A server that begins again with its first page would never come to an end. */
  private void requireProgress(MembersPage latest, boolean anyNew) {
    anyDelivered |= anyNew;
    if (anyNew) {
      pagesOfDuplicates = 0;
    } else if (anyDelivered
        && !latest.members().isEmpty()
        && ++pagesOfDuplicates >= MAX_PAGES_OF_DUPLICATES
        && pages.hasNext()) {
      throw pages.endless(Texts.format("its last %d pages had only duplicates", pagesOfDuplicates));
    }
  }

  /** Hands out the report of a reading that failed: the exception carries it if it can. */
  public static void reportFailure(
      Throwable failure, TraversalReport report, ProgressListener listener) {
    if (failure instanceof ThriveException known) {
      FailureDetails.of(known).setReport(report);
    }
    try {
      listener.readFailed(report);
    } catch (Throwable e) {
      if (e != failure) {
        failure.addSuppressed(e);
      }
    }
  }
}
