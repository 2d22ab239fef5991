package io.github.thriveaudience.listing;

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
      if (each == null) {
        throw new NullPointerException(at(name, position));
      }
      AudienceMember member = toMember.apply(each);
      String id = checked(name, position, member.userId());
      require(members.put(id, member) == null, name, position, "is a duplicate");
      position++;
    }
    return new KnownMembersMap(members, idsOnly);
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

  /** The message does not have the id, which belongs to a person. */
  private static String checked(String name, int position, String id) {
    require(!id.isBlank(), name, position, "must not be blank");
    require(
        id.strip().length() == id.length(),
        name,
        position,
        "must not begin or end with white space");
    require(!hasControlCharacter(id), name, position, "must not contain control characters");
    return id;
  }

  /** A loop: a stream would allocate memory for each id. */
  private static boolean hasControlCharacter(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (Character.isISOControl(id.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static void require(boolean holds, String name, int position, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(at(name, position) + ' ' + rule);
    }
  }

  private static String at(String name, int position) {
    return name + '[' + position + ']';
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
