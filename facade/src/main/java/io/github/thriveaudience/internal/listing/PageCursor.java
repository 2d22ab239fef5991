package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;

/**
 * Which pages to ask for: one after the other from the first, up to the last that the server has
 * announced. Before any figures are known, that is the first alone. For one thread.
 *
 * <p>A list may grow while it is read, but not for ever: to twice the pages that were announced
 * first, and ten.
 */
final class PageCursor {
  private static final int GROWTH = 10;

  /** Where empty pages at the end of a list are passed over, no more than so many. */
  private static final int MOST_EMPTY = 10;

  private final int first;
  private final boolean gapsAllowed;
  private long next;
  private long taken;
  private long last;
  private int announcedFirst = -1;
  private int announcedLast;
  private int empty;
  private long membersBefore;
  private int membersOfLatest;

  /**
   * A plan.
   *
   * @param first the page to begin with
   * @param gapsAllowed whether an empty page need not be the last
   */
  PageCursor(int first, boolean gapsAllowed) {
    this.first = first;
    this.gapsAllowed = gapsAllowed;
    goBackTo(first);
  }

  /** Whether there is another page to ask for. */
  boolean hasNext() {
    return next <= Math.min(last, limit());
  }

  /** Whether there is another page to be taken, asked for or not. */
  boolean hasMore() {
    return taken < last;
  }

  /** Whether the next page to be taken is one too many for a list that ends. */
  boolean isEndless() {
    return hasMore() && taken >= limit();
  }

  private long limit() {
    return announcedFirst < 0 ? Long.MAX_VALUE : first - 1L + 2L * announcedFirst + GROWTH;
  }

  /** Whether a page is still wanted, by the figures of the latest one. */
  boolean wants(int page) {
    return page <= last;
  }

  int next() {
    return (int) next++;
  }

  /** Takes the figures of a page that is the latest in order. What it ends may grow again. */
  void learn(MembersPage page) {
    announcedFirst = announcedFirst < 0 ? page.totalPages() : announcedFirst;
    announcedLast = page.totalPages();
    taken = page.page();
    membersBefore += membersOfLatest;
    membersOfLatest = page.members().size();
    last = goesOnAfter(page) ? page.totalPages() : page.page();
    next = Math.min(next, last + 1);
  }

  private boolean goesOnAfter(MembersPage page) {
    if (page.page() >= page.totalPages()) {
      return false;
    }
    if (!page.members().isEmpty() || EmptyPages.isExpected(page)) {
      empty = 0;
      return true;
    }
    return gapsAllowed && ++empty <= MOST_EMPTY;
  }

  /** Forgets what was planned, since this page has to come first. */
  void goBackTo(int page) {
    membersOfLatest = page > taken ? membersOfLatest : 0;
    next = page;
    taken = page - 1L;
    last = page;
  }

  /** Forgets what was asked for and not taken. */
  void goBack() {
    goBackTo((int) taken + 1);
  }

  /** The members on the pages that were taken. */
  long members() {
    return membersBefore + membersOfLatest;
  }

  /** Where a reading stands that goes no further. */
  String position() {
    return announcedFirst < 0
        ? Texts.format("page %d, before any member", taken + 1)
        : Texts.format("page %d of %d, after %d members", taken + 1, announcedLast, members());
  }

  /** What a list announced that does not end. */
  String figures() {
    return Texts.format(
        "The first page announced %d pages; %d have been read, and the last of them announced %d.",
        announcedFirst, taken - first + 1, announcedLast);
  }
}
