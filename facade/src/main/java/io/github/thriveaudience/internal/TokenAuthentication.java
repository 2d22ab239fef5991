package io.github.thriveaudience.internal;

import feign.Request;
import feign.RequestInterceptor;
import io.github.thriveaudience.error.ThriveException;
import java.util.List;

/** Puts the current access token on each request, and drops one that the server rejects. */
public final class TokenAuthentication implements Authentication {
  private static final String AUTHORIZATION = "Authorization";
  private static final String BEARER = "Bearer ";

  private final TokenCache tokens;

  /** Authentication by the tokens of a cache. */
  public TokenAuthentication(TokenCache tokens) {
    this.tokens = tokens;
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
      throw new FinalFailure(e);
    }
  }

  @Override
  public boolean isRenewable() {
    return true;
  }

  @Override
  public void renew(Request rejected) {
    for (String value : rejected.headers().getOrDefault(AUTHORIZATION, List.of())) {
      tokens.drop(value.substring(BEARER.length()));
    }
  }
}
