package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;

/**
 * A member whose e-mail address or reference has changed. Immutable, equal by value, not for users
 * to implement.
 */
public interface MemberUpdate {

  /**
   * The member as the caller knew it.
   *
   * @return a member with the same id as {@link #after}
   */
  AudienceMember before();

  /**
   * The member as the API lists it.
   *
   * @return a member with the same id as {@link #before}
   */
  AudienceMember after();

  /**
   * Creates one, for tests of code that works with one. Later versions may add components: this
   * method then gives them defaults.
   *
   * @param before the member as it was known
   * @param after the member as it is listed
   * @return the update
   * @throws IllegalArgumentException if these are different members
   */
  static MemberUpdate of(AudienceMember before, AudienceMember after) {
    return new Listings.MemberUpdate(before, after);
  }
}
