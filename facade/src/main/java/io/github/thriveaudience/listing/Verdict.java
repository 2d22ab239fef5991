package io.github.thriveaudience.listing;

/**
 * Whether a traversal delivered all members, as far as its pages show. Where several verdicts
 * apply, the worst one counts: they are in ascending order.
 */
public enum Verdict {

  /**
   * Nothing speaks against it: the traversal began at page 1, every page announced the same
   * figures, as many members were delivered as announced, and there were no duplicates.
   *
   * <p>This is as much as the API lets a client know, and no proof. Where one member leaves and
   * another one joins between two pages, the figures stay the same. If both are on pages that were
   * read already, or both on pages yet to be read, only a member who joined an earlier page is
   * missed. If the member who leaves was on an earlier page and the one who joins is on a later
   * page, a third member moves to the earlier page and is missed without a trace.
   */
  CONSISTENT,

  /**
   * The list changed while it was read: the figures differ between pages, there were duplicates, or
   * more members were delivered than announced. At least as many were delivered as the last page
   * announced, but a member can have been missed, and one who has left can be among them.
   */
  DRIFTED,

  /**
   * Members are missing: fewer were delivered than the last page announced, a page was empty and
   * others followed, the traversal failed, or it began after page 1. If the figures did not change
   * and the traversal covered all pages, the server leaves members out, and reading again will not
   * help.
   */
  INCOMPLETE
}
