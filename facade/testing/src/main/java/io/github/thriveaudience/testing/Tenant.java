package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The access tokens and the secret of the one tenant that the stubs know. Thread-safe. */
final class Tenant {
  static final String ID = "eu-west-2_Quickstart";

  /** The stubs accept it with any number, so that a renewed token is another one. */
  private static final String TOKEN = "quickstart-access-token-";

  private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(.+)");
  private static final Pattern SCOPE = Pattern.compile("(?:^|&)scope=([^&]*)");

  private final Set<String> expired = ConcurrentHashMap.newKeySet();
  private final SpecWatch watch;
  private int issued;
  private volatile boolean revoked;

  /**
   * A tenant without tokens.
   *
   * @param watch is told of a scenario that cannot occur
   */
  Tenant(SpecWatch watch) {
    this.watch = watch;
  }

  synchronized void reset() {
    expired.clear();
    issued = 0;
    revoked = false;
  }

  boolean isRevoked() {
    return revoked;
  }

  /** Whether a request has credentials that the stubs would accept, but that are no longer good. */
  boolean rejects(Request request) {
    String token = token(request);
    return revoked || (token != null && expired.contains(token));
  }

  synchronized StubResponse issue(Request request) {
    issued++;
    return Responses.json(
        200,
        Json.write(
            Map.of(
                "access_token",
                TOKEN + issued,
                "token_type",
                "Bearer",
                "expires_in",
                3600,
                "scope",
                scope(request))));
  }

  private static String scope(Request request) {
    Matcher scope = SCOPE.matcher(request.getBodyAsString());
    return scope.find() ? Percent.decodeForm(scope.group(1)) : "api/read";
  }

  /** Expires all tokens, and rejects the request that has one; null if it has none. */
  synchronized @Nullable StubResponse expireTokens(Request request) {
    String token = token(request);
    if (token == null) {
      watch.misused("tokenExpires() needs a client with OAuth, but the client uses HTTP Basic");
      return null;
    }
    expired.add(token);
    for (int number = 1; number <= issued; number++) {
      expired.add(TOKEN + number);
    }
    return Responses.unauthorized();
  }

  StubResponse revoke() {
    revoked = true;
    return Responses.unauthorized();
  }

  private static @Nullable String token(Request request) {
    Matcher header =
        BEARER.matcher(Objects.requireNonNullElse(request.getHeader("Authorization"), ""));
    return header.matches() ? header.group(1) : null;
  }
}
