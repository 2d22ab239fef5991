package io.github.thriveaudience.listing;

import java.time.Duration;

/** How far a traversal has come. Immutable, equal by value, not for users to implement. */
public interface TraversalProgress {

  /**
   * The number of the traversal: {@code Members.readAll} and {@code Members.changesSince} can read
   * an audience several times. The other figures are those of this traversal.
   *
   * @return 1 or more
   */
  int reading();

  /**
   * The number of the latest page.
   *
   * @return 1 or more
   */
  int page();

  /**
   * The number of pages, as the latest page announces it.
   *
   * @return 0 or more
   */
  int totalPages();

  /**
   * The number of members on all pages so far, including the latest page and including duplicates.
   *
   * @return 0 or more
   */
  long members();

  /**
   * The time since the traversal began.
   *
   * @return zero or more
   */
  Duration elapsed();

  /**
   * Creates one, for tests of listeners. Later versions may add components: this method then gives
   * them defaults.
   *
   * @param page the number of the latest page, 1 or more
   * @param totalPages the number of pages, 0 or more
   * @param members the number of members on all pages so far, 0 or more
   * @param elapsed the time since the traversal began, zero or more
   * @return the progress
   */
  static TraversalProgress of(int page, int totalPages, long members, Duration elapsed) {
    return of(1, page, totalPages, members, elapsed);
  }

  /**
   * Creates one of a repeated reading, for tests of listeners.
   *
   * @param reading the number of the traversal, 1 or more
   * @param page the number of the latest page, 1 or more
   * @param totalPages the number of pages, 0 or more
   * @param members the number of members on all pages so far, 0 or more
   * @param elapsed the time since the traversal began, zero or more
   * @return the progress
   */
  static TraversalProgress of(
      int reading, int page, int totalPages, long members, Duration elapsed) {
    return new Listings.TraversalProgress(reading, page, totalPages, members, elapsed);
  }
}
