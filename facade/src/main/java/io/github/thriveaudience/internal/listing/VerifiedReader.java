package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads all pages of a traversal and checks whether they are the whole. For one thread, once. */
public final class VerifiedReader {
  private static final int MOST_KNOWN = 10;

  private final PageTraversal pages;
  private final CompletenessCheck check;
  private int page;

  /** How many pages in a row had known members alone, since one had a new member. */
  private int known;

  private boolean anyNew;

  /**
   * A reader.
   *
   * @param firstPage the page that the traversal begins with
   */
  public VerifiedReader(PageTraversal pages, int firstPage, CompletenessCheck check) {
    this.pages = pages;
    this.page = firstPage;
    this.check = check;
  }

  /** Keeps each member, with those that were kept before the reading was resumed. */
  MembersSnapshot readAll() {
    List<AudienceMember> kept = Objects.requireNonNull(check.kept());
    TraversalReport report = read(kept::add);
    return MembersSnapshot.of(kept, report);
  }

  /** Hands each member to the consumer, but none that has been delivered before. */
  public TraversalReport read(Consumer<? super AudienceMember> consumer) {
    try {
      while (pages.hasNext()) {
        MembersPage next = pages.next();
        long before = check.members();
        deliver(next, consumer);
        page++;
        requireNews(next, check.members() > before);
      }
      return check.report(pages.requests());
    } catch (Throwable failure) {
      pages.close();
      pages.failed(check.brokenOff(pages.requests(), page), failure);
      throw failure;
    }
  }

  private void deliver(MembersPage next, Consumer<? super AudienceMember> consumer) {
    check.begin(next);
    for (AudienceMember member : next.members()) {
      if (check.isNew(member)) {
        consumer.accept(member);
        check.delivered();
      }
    }
    check.end();
  }

  /** A server that begins again with its first page would never come to an end. */
  private void requireNews(MembersPage latest, boolean isNews) {
    anyNew |= isNews;
    if (isNews || latest.members().isEmpty()) {
      known = isNews ? 0 : known;
    } else if (anyNew && ++known >= MOST_KNOWN && pages.hasNext()) {
      throw pages.endless(
          Texts.format("its last %d pages had no member that was not delivered before", known));
    }
  }
}
