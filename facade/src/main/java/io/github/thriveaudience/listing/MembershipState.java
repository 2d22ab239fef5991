package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an audience as a job left them, for jobs that have no database of their own: the
 * next run compares with it. Immutable and thread-safe.
 */
public final class MembershipState implements KnownMembers {
  private final Header header;
  private final KnownMembersMap members;

  private MembershipState(Header header, KnownMembersMap members) {
    this.header = header;
    this.members = members;
  }

  /**
   * Makes a state, for one that was kept elsewhere and for tests. {@link
   * MembershipChanges#newState} makes it otherwise.
   *
   * @param audience the id or reference of the audience, as it is given to {@code members}
   * @param environment the name of the environment, as {@link #environment} describes it
   * @param readAt when the members were read
   * @param verdict the verdict of the last reading
   * @param members the members, which are copied
   * @return the state
   * @throws IllegalArgumentException if the id of a member breaks a rule of {@link
   *     KnownMembers#ofIds}
   */
  public static MembershipState of(
      String audience,
      String environment,
      Instant readAt,
      Verdict verdict,
      Collection<AudienceMember> members) {
    return new MembershipState(
        new Header(audience, environment, readAt, verdict), KnownMembersMap.of(members));
  }

  /**
   * The same state without references and e-mail addresses.
   *
   * @return a copy that has ids alone; changed addresses and references are not reported then
   */
  public MembershipState withoutPersonalData() {
    return new MembershipState(header, members.withIdsOnly());
  }

  /**
   * The audience that was read.
   *
   * @return its id or reference, as it was given to {@code members}; null if nothing was read yet
   */
  public @Nullable String audience() {
    return header.audience();
  }

  /**
   * The environment that was read.
   *
   * @return the name of a {@code ThriveEnvironment}, or the base URI of a client that has none,
   *     without the port if the host is a loopback one; null if nothing was read yet
   */
  public @Nullable String environment() {
    return header.environment();
  }

  /**
   * When the last reading ended.
   *
   * @return the time, or null if nothing was read yet
   */
  public @Nullable Instant readAt() {
    return header.readAt();
  }

  /**
   * The verdict of the last reading.
   *
   * @return the verdict, or null if nothing was read yet
   */
  public @Nullable Verdict verdict() {
    return header.verdict();
  }

  @Override
  public Set<String> ids() {
    return members.ids();
  }

  @Override
  public @Nullable AudienceMember member(String userId) {
    return members.member(userId);
  }

  @Override
  public boolean isIdsOnly() {
    return members.isIdsOnly();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MembershipState state
        && header.equals(state.header)
        && members.equals(state.members);
  }

  @Override
  public int hashCode() {
    return Objects.hash(header, members);
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "MembershipState[" + header + ", " + members + "]";
  }

  /** What the file says before the members. */
  record Header(
      @Nullable String audience,
      @Nullable String environment,
      @Nullable Instant readAt,
      @Nullable Verdict verdict) {}
}
