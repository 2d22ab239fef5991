package io.github.thriveaudience;

import io.github.thriveaudience.internal.AttemptListener;
import io.github.thriveaudience.listing.MembersPage;

/** Where the pages of an audience come from. Thread-safe. */
interface PageSource {

  /**
   * Reads one page.
   *
   * @param page the number of the page, 1 or more
   * @param listener hears of the requests
   */
  MembersPage read(int page, AttemptListener listener);

  /**
   * Makes sure that pages can still be read.
   *
   * @throws IllegalStateException if the client is closed
   */
  void requireOpen();

  /** What messages say of the audience. */
  String subject();
}
