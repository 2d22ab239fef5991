package io.github.thriveaudience.listing;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How {@code Members.changesSince} proves that members have left, and how many may leave at once.
 * Immutable and thread-safe.
 *
 * <p>A known member has left if three {@code CONSISTENT} readings did not list them. The second and
 * the third are made only if somebody is absent. A reading with another verdict is repeated, up to
 * three times in all, 5 seconds apart. If more than a fifth of the known members have left, and
 * more than ten are known, or if the audience is empty, that is an exception: a wrong audience is
 * more likely.
 */
public final class ChangePolicy {
  private static final int MAX_READINGS = 20;
  private static final Duration MAX_WAIT = Duration.ofDays(1);

  private static final ChangePolicy DEFAULTS =
      new ChangePolicy(new Proof(3, 3, Duration.ofSeconds(5), null), LeaverLimits.DEFAULTS);

  private final Proof proof;
  private final LeaverLimits limits;

  private ChangePolicy(Proof proof, LeaverLimits limits) {
    this.proof = proof;
    this.limits = limits;
  }

  /**
   * The policy that {@code Members.changesSince} has without another one.
   *
   * @return the policy
   */
  public static ChangePolicy defaults() {
    return DEFAULTS;
  }

  /**
   * Sets how many consistent readings somebody must be absent from to have left. Fewer are not
   * proof: where a member leaves and another one joins between two pages, one reading can miss a
   * third, and its verdict is {@code CONSISTENT} nevertheless.
   *
   * @param readings 1 to 20; default 3
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public ChangePolicy withConfirmations(int readings) {
    return new ChangePolicy(
        new Proof(inRange("confirmations", readings), proof.attempts, proof.pause, proof.drifted),
        limits);
  }

  /**
   * Sets how often each of these readings is attempted until it is consistent. After that, those
   * who are absent are {@code unconfirmed}.
   *
   * @param readings 1 to 20; default 3
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public ChangePolicy withAttempts(int readings) {
    return new ChangePolicy(
        new Proof(proof.confirmations, inRange("attempts", readings), proof.pause, proof.drifted),
        limits);
  }

  /**
   * Sets how long to wait before a reading is repeated that was not consistent, so that a change
   * that is in progress can end. The wait ends early, with an exception, when the client is closed,
   * the thread is interrupted or the deadline would pass.
   *
   * @param wait zero, for none, to a day; default 5 seconds
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public ChangePolicy withWait(Duration wait) {
    if (Objects.requireNonNull(wait, "wait").isNegative() || wait.compareTo(MAX_WAIT) > 0) {
      throw new IllegalArgumentException("wait must be zero to one day, but was " + wait);
    }
    return new ChangePolicy(
        new Proof(proof.confirmations, proof.attempts, wait, proof.drifted), limits);
  }

  /**
   * Accepts readings during which the list changed, for lists that never hold still: who is absent
   * from this number of readings, {@code CONSISTENT} or {@code DRIFTED}, has left. A reading can
   * then be repeated this often, if that is more than the {@linkplain #withAttempts attempts}.
   * {@code INCOMPLETE} readings prove nothing and do not count. The risk is higher than that of the
   * default: the documentation has measurements of both.
   *
   * @param readings 1 to 20; the more, the safer, and it takes at least as many as the {@linkplain
   *     #withConfirmations confirmations}; default: drifted readings prove nothing
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public ChangePolicy acceptingDrift(int readings) {
    return new ChangePolicy(
        new Proof(proof.confirmations, proof.attempts, proof.pause, inRange("readings", readings)),
        limits);
  }

  /**
   * Sets how many members may leave at once. If more have left, {@code changesSince} throws a
   * {@code TooManyLeaversException}, which has the changes. The limit of the {@linkplain
   * #atMostLeavingShare share} holds beside it.
   *
   * @param count 0 or more; default: no limit but that of the share
   * @return a changed copy
   * @throws IllegalArgumentException if it is negative
   */
  public ChangePolicy atMostLeaving(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("atMostLeaving must be 0 or more, but was " + count);
    }
    return new ChangePolicy(proof, limits.withCount(count));
  }

  /**
   * Sets which share of the known members may leave at once, however few are known. If more have
   * left, {@code changesSince} throws a {@code TooManyLeaversException}, which has the changes. Who
   * is {@code unconfirmed} does not count. Even with 1, an audience must not be empty all at once.
   *
   * @param share 0 to 1; default 0.2, once more than 10 members are known
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range or not a number
   */
  public ChangePolicy atMostLeavingShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("atMostLeavingShare must be 0 to 1, but was " + share);
    }
    return new ChangePolicy(proof, limits.withShare(share));
  }

  /**
   * Lifts all limits: any number of members may leave, and all of them. Use it once, when a person
   * has checked the changes of a {@code TooManyLeaversException}.
   *
   * @return a changed copy
   */
  public ChangePolicy withoutGuard() {
    return new ChangePolicy(proof, LeaverLimits.NONE);
  }

  /**
   * How many consistent readings somebody must be absent from to have left.
   *
   * @return 1 to 20
   */
  public int confirmations() {
    return proof.confirmations;
  }

  /**
   * How often each of these readings is attempted until it is consistent.
   *
   * @return 1 to 20
   */
  public int attempts() {
    return proof.attempts;
  }

  /**
   * How long to wait before a reading is repeated that was not consistent.
   *
   * @return zero to a day
   */
  public Duration waitBetweenReads() {
    return proof.pause;
  }

  /**
   * How many readings prove that somebody has left, if drifted ones count.
   *
   * @return 1 to 20, or null if drifted readings prove nothing
   */
  public @Nullable Integer acceptedDrift() {
    return proof.drifted;
  }

  /**
   * Compares changes with the limits.
   *
   * @param changes what has changed
   * @return which limit they exceed and what to do, as sentences without personal data; null if
   *     they exceed none
   */
  public @Nullable String exceededLimit(MembershipChanges changes) {
    return limits.exceededBy(Objects.requireNonNull(changes, "changes"));
  }

  private static int inRange(String name, int readings) {
    if (readings < 1 || readings > MAX_READINGS) {
      throw new IllegalArgumentException(
          name + " must be 1 to " + MAX_READINGS + ", but was " + readings);
    }
    return readings;
  }

  @Override
  public String toString() {
    return "ChangePolicy[" + proof.inWords() + ", " + limits.inWords() + "]";
  }

  /** What proves that somebody has left. */
  private record Proof(int confirmations, int attempts, Duration pause, @Nullable Integer drifted) {

    String inWords() {
      String accepted = drifted == null ? "" : ", acceptingDrift=" + drifted;
      return "confirmations="
          + confirmations
          + ", attempts="
          + attempts
          + ", wait="
          + pause
          + accepted;
    }
  }
}
