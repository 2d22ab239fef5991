package io.github.thriveaudience.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A listing has ended: its last page was read, it failed, or its reader stopped. Immutable, equal
 * by value, not for users to implement.
 */
public interface ListingEvent {

  /**
   * The listing.
   *
   * @return what its events have in common
   */
  ListingInfo listing();

  /**
   * The time from the first request to the last page that was read, to the failure, or until the
   * reader stopped. It includes the time that the caller worked in between.
   *
   * @return zero or more
   */
  Duration duration();

  /**
   * The number of pages that were read.
   *
   * @return 0 or more
   */
  int pages();

  /**
   * The number of members on these pages, duplicates included.
   *
   * @return 0 or more
   */
  long members();

  /**
   * The failure that ended the listing.
   *
   * @return mostly a {@link io.github.thriveaudience.error.ThriveException}, or null if its last
   *     page was read or its reader stopped
   */
  @Nullable Throwable failure();

  /**
   * Creates an event, for tests of listeners. Later versions may add components: this method then
   * gives them defaults.
   *
   * @param listing the listing
   * @param duration the time from the first request to the end
   * @param pages the number of pages that were read, 0 or more
   * @param members the number of members on these pages, 0 or more
   * @param failure the failure that ended the listing, or null
   * @return the event
   */
  static ListingEvent of(
      ListingInfo listing,
      Duration duration,
      int pages,
      long members,
      @Nullable Throwable failure) {
    return new Events.ListingEvent(listing, duration, pages, members, failure);
  }
}
