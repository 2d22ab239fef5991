package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;

/**
 * The pages without members where the figures announce some on them or after them: a server can
 * leave members out after it has divided the list into pages. Immutable.
 *
 * @param numbers the first of them, separated by commas
 */
record EmptyPages(long count, String numbers) {
  private static final int MAX_SHOWN = 10;

  static final EmptyPages NONE = new EmptyPages(0, "");

  /** Whether a page must have members by its figures. */
  static boolean mustHaveMembers(MembersPage page) {
    return (page.page() - 1L) * page.perPage() < page.totalResults();
  }

  EmptyPages and(MembersPage page) {
    boolean isLast = page.page() >= page.totalPages() && !mustHaveMembers(page);
    if (isLast || !page.members().isEmpty()) {
      return this;
    }
    String separator = count == 0 ? "" : ", ";
    return new EmptyPages(
        count + 1, count < MAX_SHOWN ? numbers + separator + page.page() : numbers);
  }

  boolean any() {
    return count > 0;
  }

  /** A sentence about the pages, if there are {@link #any()}. */
  String inWords() {
    String more = count > MAX_SHOWN ? Texts.format(" and %d more", count - MAX_SHOWN) : "";
    return Texts.format(
        "%s %s%s had no members, although the server announced some there or on later pages.",
        count == 1 ? "Page" : "Pages", numbers, more);
  }
}
