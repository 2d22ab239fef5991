package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an audience that the caller's system has, to be compared with those that the API
 * lists: see {@code Members.changesSince}. Immutable and thread-safe, not for users to implement.
 *
 * <p>It holds one hash table of the members: about 50 bytes a member besides the members
 * themselves, which are shared with the caller, or about 80 bytes besides the ids if it was made
 * {@linkplain #ofIds of ids}.
 */
public sealed interface KnownMembers permits KnownMembersMap, MembershipState {

  /**
   * Members of whom the caller has the ids alone. Changed e-mail addresses and references are then
   * not reported, and the {@linkplain MembershipChanges#newState new state} has ids alone.
   *
   * @param ids the {@code userId}s, which are copied
   * @return the members
   * @throws IllegalArgumentException if an id is null, a duplicate or one that no member can have:
   *     blank, with white space at its beginning or end, or with control characters. The message
   *     names its position, counted from 0
   */
  static KnownMembers ofIds(Collection<String> ids) {
    return KnownMembersMap.ofIds(ids);
  }

  /**
   * Members of whom the caller has the reference and the e-mail address, too. Where one of these is
   * another than the API's, the member is among the {@linkplain MembershipChanges#updated updated}.
   * Other fields are not compared.
   *
   * @param members the members, which are copied; {@code AudienceMember.builder()} makes them
   * @return the members
   * @throws IllegalArgumentException if a member is null, or the id of one breaks a rule of {@link
   *     #ofIds}
   */
  static KnownMembers of(Collection<AudienceMember> members) {
    return KnownMembersMap.of(members);
  }

  /**
   * No members, for a first run: everybody who is listed has joined.
   *
   * @return no members
   */
  static KnownMembers none() {
    return of(List.of());
  }

  /**
   * The ids of the members.
   *
   * @return an immutable set, in the order in which they were given
   */
  Set<String> ids();

  /**
   * What is known of a member.
   *
   * @param userId the id of a member
   * @return the member, who has nothing but an id if {@link #isIdsOnly}; null if the id is not
   *     known
   */
  @Nullable AudienceMember member(String userId);

  /**
   * Whether nothing but the ids is known.
   *
   * @return true if these were made by {@link #ofIds} or {@link
   *     MembershipState#withoutPersonalData}
   */
  boolean isIdsOnly();

  /**
   * The number of members.
   *
   * @return 0 or more
   */
  default int size() {
    return ids().size();
  }
}
