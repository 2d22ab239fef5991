package io.github.thriveaudience.listing;

/**
 * What the pages of a traversal say about whether it is whole. Where several hold, the gravest
 * counts, which is the last one here.
 */
public enum Verdict {

  /**
   * Nothing speaks against it: the reading began at the first page, every page announced the same
   * figures, as many members came as these say, and none came twice.
   *
   * <p>It is as much as the API allows to know, and no proof. Where one member leaves and another
   * one joins between two pages, the figures stay the same; if both happen in pages that were read
   * already, or both in pages yet to be read, nothing is lost but the one who joined an earlier
   * page. If the one who leaves was on an earlier page and the one who joins comes on a later one,
   * a third member moves to the earlier page and is lost without a trace.
   */
  CONSISTENT,

  /**
   * The list changed while it was read: the figures differ between pages, a member came twice, or
   * more came than were announced. As many came as the last page announced, yet a member can have
   * been missed, and one who has left can be among them.
   */
  DRIFTED,

  /**
   * Members are missing, or not part of it: fewer came than the last page announced, a page was
   * empty where others follow, the traversal broke off, or it began behind the first page. If the
   * figures did not change, the server leaves some out, and reading again will not help.
   */
  INCOMPLETE
}
