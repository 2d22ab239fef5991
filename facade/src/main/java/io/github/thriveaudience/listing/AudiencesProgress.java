package io.github.thriveaudience.listing;

import java.time.Duration;

/**
 * How far the reading of several audiences has come. Immutable, equal by value, not for users to
 * implement.
 */
public interface AudiencesProgress {

  /**
   * The audience that was handled last, read or failed.
   *
   * @return its id or reference, as it was given
   */
  String audience();

  /**
   * The number of audiences that were handled, failed ones included.
   *
   * @return 1 or more
   */
  int done();

  /**
   * The number of audiences to read.
   *
   * @return 1 or more
   */
  int total();

  /**
   * The number of members of all audiences that were read so far. A member of two audiences counts
   * twice; members of failed audiences do not count.
   *
   * @return 0 or more
   */
  long members();

  /**
   * The time since the reading began.
   *
   * @return zero or more
   */
  Duration elapsed();

  /**
   * Creates one, for tests of listeners. Later versions may add components: this method then gives
   * them defaults.
   *
   * @param audience the audience that was handled last
   * @param done the number of audiences that were handled, 1 or more
   * @param total the number of audiences to read, 1 or more
   * @param members the number of members that were read, 0 or more
   * @param elapsed the time since the reading began, zero or more
   * @return the progress
   */
  static AudiencesProgress of(
      String audience, int done, int total, long members, Duration elapsed) {
    return new Listings.AudiencesProgress(audience, done, total, members, elapsed);
  }
}
