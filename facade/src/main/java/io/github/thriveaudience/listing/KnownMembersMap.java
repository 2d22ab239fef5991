package io.github.thriveaudience.listing;

import io.github.thriveaudience.internal.state.MemberIds;
import io.github.thriveaudience.model.AudienceMember;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Known members by their ids.
 *
 * @param members is not changed after this was made
 */
record KnownMembersMap(Map<String, AudienceMember> members, boolean isIdsOnly)
    implements KnownMembers {

  static KnownMembersMap ofIds(Collection<String> ids) {
    return collect("ids", ids, KnownMembersMap::withId, true);
  }

  static KnownMembersMap of(Collection<AudienceMember> members) {
    return collect("members", members, Function.identity(), false);
  }

  private static <T> KnownMembersMap collect(
      String name, Collection<T> given, Function<T, AudienceMember> toMember, boolean idsOnly) {
    Map<String, AudienceMember> members = newMap(Objects.requireNonNull(given, name).size());
    int position = 0;
    for (T each : given) {
      String broken = each == null ? "must not be null" : add(members, toMember.apply(each));
      if (broken != null) {
        throw new IllegalArgumentException(name + '[' + position + "] " + broken);
      }
      position++;
    }
    return new KnownMembersMap(members, idsOnly);
  }

  /**
   * Adds a member to others.
   *
   * @return the rule that this breaks, or null; it does not have the id, which belongs to a person
   */
  static @Nullable String add(Map<String, AudienceMember> members, AudienceMember member) {
    String id = member.userId();
    String broken = MemberIds.brokenRule(id);
    if (broken != null) {
      return broken;
    }
    return members.put(id, member) == null ? null : "is a duplicate";
  }

  /** The same members, of whom the ids alone are kept. */
  KnownMembersMap withIdsOnly() {
    Map<String, AudienceMember> reduced = newMap(members.size());
    members.keySet().forEach(id -> reduced.put(id, withId(id)));
    return new KnownMembersMap(reduced, true);
  }

  private static AudienceMember withId(String id) {
    return AudienceMember.builder().userId(id).build();
  }

  private static Map<String, AudienceMember> newMap(int size) {
    return new LinkedHashMap<>((int) (size / 0.75) + 1);
  }

  @Override
  public Set<String> ids() {
    return Collections.unmodifiableSet(members.keySet());
  }

  @Override
  public @Nullable AudienceMember member(String userId) {
    return members.get(userId);
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "KnownMembers[" + size() + (isIdsOnly ? " ids]" : " members]");
  }
}
