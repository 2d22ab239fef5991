package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.event.ListingEvent;
import io.github.thriveaudience.event.ListingInfo;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.listing.MembersPage;
import java.time.Duration;

/** Reads the pages of one audience. Thread-safe. */
public interface PageSource {

  /**
   * Reads and validates one page.
   *
   * @throws IllegalStateException if the client is closed
   * @throws io.github.thriveaudience.error.ThriveException if the page cannot be read
   */
  MembersPage read(PageRequest request);

  /**
   * Waits, unless the client is closed.
   *
   * @throws IllegalStateException if the client is closed, even during the wait
   */
  void pause(Duration wait) throws InterruptedException;

  /**
   * Checks that pages can still be read.
   *
   * @throws IllegalStateException if the client is closed
   */
  void requireOpen();

  /** Names the audience in messages. */
  String subject();

  /** The audience's id or reference. */
  String audience();

  /** The name of the environment, by which a kept state knows it again. */
  String environment();

  /** What listeners are told of a listing of these pages. */
  default ListingInfo listing() {
    return ListingInfo.of(environment(), environment());
  }

  /** Starts what listeners follow a listing by. */
  default Span<ListingEvent> startListing(ListingInfo listing) {
    return Span.none();
  }
}
