package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;

/**
 * The position of a listing: which page is the next one, and which pages to request, up to the last
 * that the server has announced. Before the first page announces any, only the first is requested.
 * For one thread.
 *
 * <p>A list may grow while it is read, but not without limit: to twice the pages that were
 * announced first, and ten.
 */
final class PageCursor {
  private static final int GROWTH = 10;

  /** The maximum of consecutive empty pages that no total explains. */
  private static final int MAX_EMPTY = 10;

  private final int first;
  private final boolean gapsAllowed;
  private long toRequest;
  private long latest;
  private long last;
  private int announcedFirst = -1;
  private int announcedLast;
  private int empty;
  private long membersBefore;
  private int membersOfLatest;

  /**
   * A cursor before a page.
   *
   * @param first the page to begin with
   * @param gapsAllowed whether an empty page need not be the last
   */
  PageCursor(int first, boolean gapsAllowed) {
    this.first = first;
    this.gapsAllowed = gapsAllowed;
    goBackTo(first);
  }

  /** Whether there is another page. */
  boolean hasNext() {
    return latest < last;
  }

  /** The page after the latest one. */
  int next() {
    return (int) latest + 1;
  }

  /** Whether the next page is one too many for a list that ends. */
  boolean isEndless() {
    return hasNext() && latest >= limit();
  }

  private long limit() {
    return announcedFirst < 0 ? Long.MAX_VALUE : first - 1L + 2L * announcedFirst + GROWTH;
  }

  /** Whether there is a page that was not requested. */
  boolean canRequest() {
    return toRequest <= Math.min(last, limit());
  }

  int nextToRequest() {
    return (int) toRequest++;
  }

  /** The last page, as far as the latest one shows. */
  long last() {
    return last;
  }

  /** Moves to the next page. A list that seemed to end may grow again. */
  void advanceTo(MembersPage page) {
    announcedFirst = announcedFirst < 0 ? page.totalPages() : announcedFirst;
    announcedLast = page.totalPages();
    latest = page.page();
    membersBefore += membersOfLatest;
    membersOfLatest = page.members().size();
    last = continuesAfter(page) ? page.totalPages() : page.page();
    toRequest = Math.min(toRequest, last + 1);
  }

  private boolean continuesAfter(MembersPage page) {
    if (page.page() >= page.totalPages()) {
      return false;
    }
    if (!page.members().isEmpty() || EmptyPages.mustHaveMembers(page)) {
      empty = 0;
      return true;
    }
    return gapsAllowed && ++empty <= MAX_EMPTY;
  }

  /** Makes a page the next one. It and later ones will be requested again. */
  void goBackTo(int page) {
    membersOfLatest = page > latest ? membersOfLatest : 0;
    toRequest = page;
    latest = page - 1L;
    last = page;
  }

  /** The number of members on the pages so far. */
  long members() {
    return membersBefore + membersOfLatest;
  }

  /** Where a reading ends that fails now, as the end of a sentence. */
  String position() {
    return announcedFirst < 0
        ? Texts.format("page %d, before the first member", next())
        : Texts.format("page %d of %d, after %d members", next(), announcedLast, members());
  }

  /** The numbers of pages that were announced, as sentences. */
  String announcements() {
    return Texts.format(
        "The first page announced %d pages; %d have been read, and the last of them announced %d.",
        announcedFirst, latest - first + 1, announcedLast);
  }
}
