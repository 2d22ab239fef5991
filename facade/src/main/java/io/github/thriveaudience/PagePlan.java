package io.github.thriveaudience;

import io.github.thriveaudience.listing.MembersPage;

/**
 * Which pages to ask for: one after the other from the first, up to the last that the server has
 * announced. Before any figures are known, that is the first alone. For one thread.
 */
final class PagePlan {
  private long next;
  private long last;

  PagePlan(int first) {
    goBackTo(first);
  }

  boolean hasNext() {
    return next <= last;
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
    last = page.hasNext() ? page.totalPages() : page.page();
    next = Math.min(next, last + 1);
  }

  /** Forgets what was planned, since this page has to come first. */
  void goBackTo(int page) {
    next = page;
    last = page;
  }
}
