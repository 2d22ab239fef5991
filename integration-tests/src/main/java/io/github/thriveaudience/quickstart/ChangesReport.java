package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.listing.MembershipChanges;

/** Prints changes in a format. */
interface ChangesReport {

  /**
   * Prints all changes.
   *
   * @param source where the members come from
   */
  void print(MembershipChanges changes, String source);
}
