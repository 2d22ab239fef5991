package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.NonRetryableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** Sends the current access token with each request, and renews one that the server rejects. */
public final class TokenAuthentication implements Authentication {
  private static final String BEARER = "Bearer ";
  private static final Duration BETWEEN_RENEWALS = Duration.ofSeconds(30);

  private final TokenCache tokens;
  private final InstantSource clock;
  private Instant nextRenewal = Instant.MIN;

  /** Authentication by the tokens of a cache. */
  public TokenAuthentication(TokenCache tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Requests for tokens have retries of their own, so a failure here is final. */
  @Override
  public String authorization(CallContext call) {
    try {
      return BEARER + tokens.current(call.left()).value();
    } catch (ThriveException e) {
      throw new NonRetryableException(e);
    }
  }

  @Override
  public void prepare(CallContext call) {
    String unused = authorization(call);
  }

  @Override
  public boolean areReady() {
    return tokens.hasUsable();
  }

  /**
   * Invalidates a rejected token, at most every 30 seconds. If the API rejects each new token too,
   * not every call may request another one.
   */
  @Override
  public synchronized boolean renew(CallContext rejected) {
    String token = Objects.requireNonNull(rejected.authorization()).substring(BEARER.length());
    if (!tokens.isCurrent(token)) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(nextRenewal)) {
      return false;
    }
    nextRenewal = now.plus(BETWEEN_RENEWALS);
    tokens.invalidate(token);
    return true;
  }
}
