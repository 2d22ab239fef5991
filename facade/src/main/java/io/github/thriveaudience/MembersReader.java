package io.github.thriveaudience;

import io.github.thriveaudience.error.TraversalBrokenOffException;
import io.github.thriveaudience.internal.Texts;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.util.function.Consumer;

/** Reads all pages of a traversal and checks whether they are the whole. For one thread, once. */
final class MembersReader {
  private final PageTraversal pages;
  private final Completeness check;
  private int page;

  /**
   * A reader.
   *
   * @param firstPage the page that the traversal begins with
   */
  MembersReader(PageTraversal pages, int firstPage, SeenIds seen) {
    this.pages = pages;
    this.page = firstPage;
    this.check = new Completeness(seen);
  }

  /** Hands each member to the consumer, but none that has come before. */
  TraversalReport read(Consumer<? super AudienceMember> consumer) {
    try {
      while (pages.hasNext()) {
        deliver(pages.next(), consumer);
        page++;
      }
      return check.report(pages.requests(), null);
    } catch (Throwable failure) {
      pages.close();
      failure.addSuppressed(brokenOff());
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
  }

  private TraversalBrokenOffException brokenOff() {
    TraversalReport report = check.report(pages.requests(), page);
    return new TraversalBrokenOffException(
        Texts.format(
            "The traversal broke off after %d members; page %d is the one to go on from.",
            report.members(), page),
        report);
  }
}
