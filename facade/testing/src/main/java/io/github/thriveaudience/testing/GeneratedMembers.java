package io.github.thriveaudience.testing;

import io.github.thriveaudience.model.AudienceMember;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Members of whom a test says no more than the ids. */
final class GeneratedMembers {
  private GeneratedMembers() {}

  /** Members with these ids; the name of the scenario is for the message. */
  static List<AudienceMember> of(String scenario, String... userIds) {
    return check(
        scenario, Stream.of(userIds).map(id -> member(Objects.requireNonNull(id), id)).toList());
  }

  static AudienceMember member(String id, String reference) {
    return AudienceMember.builder()
        .userId(id)
        .reference(reference)
        .email(reference.replaceAll("[^\\p{Alnum}._-]", "-") + "@example.com")
        .build();
  }

  static List<AudienceMember> check(String scenario, List<AudienceMember> members) {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      String id = members.get(i).userId();
      Check.that(id != null && !id.isBlank(), scenario + "(): the id at %s is blank", i);
      Check.that(ids.add(id), scenario + "(): the id at %s is a duplicate", i);
    }
    return members;
  }
}
