package io.github.thriveaudience.internal.token;

import feign.Request;
import feign.RequestInterceptor;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.NonRetryableException;
import io.github.thriveaudience.internal.http.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Puts the current access token on each request, and drops one that the server rejects. */
public final class TokenAuthentication implements Authentication {
  private static final String AUTHORIZATION = "Authorization";
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

  @Override
  public RequestInterceptor interceptor() {
    return request -> Headers.set(request, AUTHORIZATION, BEARER + token());
  }

  /** Requests for tokens have attempts of their own, so a failure here is not tried again. */
  private String token() {
    try {
      return tokens.current().value();
    } catch (ThriveException e) {
      throw new NonRetryableException(e);
    }
  }

  /**
   * Takes the place of a rejected token. A token that was just requested since another one had been
   * rejected is kept: the API would reject the next one too, at the cost of a token a call.
   */
  @Override
  public boolean renew(Request rejected) {
    return rejected.headers().getOrDefault(AUTHORIZATION, List.of()).stream()
        .findFirst()
        .map(value -> renew(value.substring(BEARER.length())))
        .orElse(false);
  }

  private synchronized boolean renew(String rejected) {
    if (!tokens.isCurrent(rejected)) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(nextRenewal)) {
      return false;
    }
    nextRenewal = now.plus(BETWEEN_RENEWALS);
    tokens.invalidate(rejected);
    return true;
  }
}
