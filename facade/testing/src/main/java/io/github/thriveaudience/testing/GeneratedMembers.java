package io.github.thriveaudience.testing;

import io.github.thriveaudience.model.AudienceMember;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Members of whom a test says no more than the number or the ids. */
final class GeneratedMembers {
  /** The id without the digits of the number, which take the place of its end. */
  private static final String ID_PREFIX = "63f8c5361b9c80d3274b";

  private static final int ID_LENGTH = 24;

  private GeneratedMembers() {}

  static List<AudienceMember> range(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> member(id(number), "user-" + digits(number)))
        .toList();
  }

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

  static String id(int number) {
    String digits = digits(number);
    return ID_PREFIX.substring(0, Math.min(ID_PREFIX.length(), ID_LENGTH - digits.length()))
        + digits;
  }

  private static String digits(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, ID_LENGTH - ID_PREFIX.length() - digits.length())) + digits;
  }
}
