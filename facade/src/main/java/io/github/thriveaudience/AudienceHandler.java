package io.github.thriveaudience;

import io.github.thriveaudience.error.ThriveException;

/**
 * Is handed the result of each audience as soon as it is there, on the thread that reads them, one
 * at a time. It need not be thread-safe. See {@link MembersOfEach}.
 *
 * @param <T> the result, such as a {@link io.github.thriveaudience.listing.MembersSnapshot}
 */
@FunctionalInterface
public interface AudienceHandler<T> {

  /**
   * An audience was read. The next audience begins only after this, so a result that is not kept
   * can be garbage collected.
   *
   * @param audience its id or reference, as it was given
   * @param result what was read
   * @throws RuntimeException to end the whole
   */
  void read(String audience, T result);

  /**
   * An audience was not read, and the others are. The failures that end the whole are thrown
   * instead: {@link MembersOfEach#readAll} lists them. By default nothing happens: the {@link
   * AudiencesSummary} names the audience.
   *
   * @param audience its id or reference, as it was given
   * @param failure why: a {@link io.github.thriveaudience.error.NotFoundException} if there is no
   *     such audience. If it has a {@link ThriveException#report} that {@linkplain
   *     io.github.thriveaudience.listing.TraversalReport#isResumable can be resumed}, that is for
   *     {@link Members#resume}
   * @throws RuntimeException to end the whole
   */
  default void failed(String audience, ThriveException failure) {}
}
