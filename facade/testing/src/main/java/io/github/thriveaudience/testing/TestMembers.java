package io.github.thriveaudience.testing;

import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Members for tests, by their numbers. A number gives an equal member each time. User ids have 24
 * hexadecimal digits, as those of the API have, and e-mail addresses are at {@code example.com},
 * where nobody gets mail (RFC 2606, section 3). For a member with other fields use {@link
 * AudienceMember#builder}.
 */
public final class TestMembers {
  private static final int SHORT = 4;
  private static final int LONG = 10;
  private static final int MAX_SHORT = 9_999;

  private TestMembers() {}

  /**
   * Creates members with the numbers from 1 on.
   *
   * @param number how many, 0 or more
   * @return an immutable list of members who differ from each other
   * @throws IllegalArgumentException if it is negative
   */
  public static List<AudienceMember> of(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("number must be 0 or more, but was " + number);
    }
    return IntStream.rangeClosed(1, number).mapToObj(TestMembers::member).toList();
  }

  /**
   * Creates a member.
   *
   * @param number 1 or more
   * @return the member: number 7 has the user id {@code 63f8c5361b9c80d3274b0007}, the reference
   *     {@code user-0007} and the e-mail address {@code user-0007@example.com}
   * @throws IllegalArgumentException if it is below 1
   */
  public static AudienceMember member(int number) {
    String reference = "user-" + padded(number, SHORT);
    return AudienceMember.builder()
        .userId(id(number))
        .reference(reference)
        .email(reference + "@example.com")
        .build();
  }

  /**
   * The user id of a member.
   *
   * @param number 1 or more
   * @return 24 hexadecimal digits, which end with the number
   * @throws IllegalArgumentException if it is below 1
   */
  public static String id(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("number must be 1 or more, but was " + number);
    }
    // The digits of a long number replace letters, so that no two numbers share an id.
    return number <= MAX_SHORT
        ? "63f8c5361b9c80d3274b" + padded(number, SHORT)
        : "63f8c5361b9c80" + padded(number, LONG);
  }

  /** By hand, since a format takes longer than all the rest of a unit test. */
  private static String padded(int number, int digits) {
    String text = Integer.toString(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
