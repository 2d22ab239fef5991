package io.github.thriveaudience.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token and its age: fresh, then stale, then unusable.
 *
 * @param staleAt from when it should be renewed
 * @param unusableAt from when it is not sent any more: a little before it expires, since a request
 *     takes time
 */
record CachedToken(Token token, Instant staleAt, Instant unusableAt) {
  private static final Duration MAX_STALE = Duration.ofMinutes(5);
  private static final Duration MAX_MARGIN = Duration.ofSeconds(10);

  /**
   * A token that is stale for its last three to five minutes, or for the last six to ten percent of
   * a short lifetime.
   *
   * @param jitter a random number from 0 to 1
   */
  static CachedToken of(Token token, double jitter) {
    Duration life = Duration.between(token.requestedAt(), token.expiresAt());
    Duration stale = Collections.min(List.of(MAX_STALE, life.dividedBy(10)));
    Duration early = Duration.ofNanos((long) (stale.toNanos() * (1 - 0.4 * jitter)));
    Duration margin = Collections.min(List.of(MAX_MARGIN, life.dividedBy(100)));
    return new CachedToken(token, token.expiresAt().minus(early), token.expiresAt().minus(margin));
  }

  boolean isUsable(Instant now) {
    return now.isBefore(unusableAt);
  }

  boolean isStale(Instant now) {
    return !now.isBefore(staleAt);
  }

  boolean isNewerThan(@Nullable CachedToken known, Instant now) {
    return isUsable(now) && (known == null || !known.token.equals(token));
  }

  CachedToken staleAgainAt(Instant later) {
    return new CachedToken(token, later, unusableAt);
  }

  /** Shows no token. */
  @Override
  public String toString() {
    return "CachedToken[" + token + ", staleAt=" + staleAt + "]";
  }
}
