package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The pages that had no member where others follow, or where their figures say that there are some:
 * a server leaves members out after it has divided the list into pages. For one thread.
 */
final class EmptyPages {
  private static final int SHOWN = 10;

  private final List<Integer> shown = new ArrayList<>();
  private long count;

  /** Those that are the end of the list, unless a page with members follows. */
  private final List<Integer> open = new ArrayList<>();

  EmptyPages copy() {
    EmptyPages copy = new EmptyPages();
    copy.shown.addAll(shown);
    copy.count = count;
    copy.open.addAll(open);
    return copy;
  }

  void read(MembersPage page) {
    if (!page.members().isEmpty()) {
      open.forEach(this::note);
      open.clear();
    } else if (isExpected(page) || page.page() < page.totalPages()) {
      open.forEach(this::note);
      open.clear();
      note(page.page());
    } else {
      open.add(page.page());
    }
  }

  /** Whether a page must have members by its figures. */
  static boolean isExpected(MembersPage page) {
    return (page.page() - 1L) * page.perPage() < page.totalResults();
  }

  private void note(int page) {
    count++;
    if (shown.size() < SHOWN) {
      shown.add(page);
    }
  }

  boolean any() {
    return count > 0;
  }

  /** A sentence on what {@link #any()} is true of. */
  String inWords() {
    String numbers = shown.stream().map(String::valueOf).collect(Collectors.joining(", "));
    String more = count > SHOWN ? Texts.format(" and %d more", count - SHOWN) : "";
    return Texts.format(
        "%s %s%s had no members, though the server announced some there or after it.",
        count == 1 ? "Page" : "Pages", numbers, more);
  }
}
