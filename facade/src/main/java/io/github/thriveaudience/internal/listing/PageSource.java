package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.listing.MembersPage;
import java.time.Duration;

/** Where the pages of an audience come from. Thread-safe. */
public interface PageSource {

  /** Reads one page. */
  MembersPage read(PageRequest request);

  /**
   * Waits, unless the client is closed.
   *
   * @throws IllegalStateException if the client is closed, even during the wait
   */
  void pause(Duration wait) throws InterruptedException;

  /**
   * Makes sure that pages can still be read.
   *
   * @throws IllegalStateException if the client is closed
   */
  void requireOpen();

  /** What messages say of the audience. */
  String subject();
}
