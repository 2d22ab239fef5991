package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.http.Request;
import org.jspecify.annotations.Nullable;

/** Ends the life of the tokens at the first request that has one. */
final class TokenExpiry implements FaultResponder {
  private boolean over;

  @Override
  public @Nullable StubResponse respond(Request request, Tenant tenant) {
    if (over) {
      return null;
    }
    over = true;
    return tenant.expireTokens(request);
  }
}
