package io.github.thriveaudience.internal.token;

import feign.FeignException;
import io.github.thriveaudience.api.TokensApi;
import io.github.thriveaudience.internal.call.AttemptListener;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.call.RetryExecutor;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.http.ErrorResponseReader;
import io.github.thriveaudience.internal.http.FeignBuilders;
import io.github.thriveaudience.internal.http.FeignFailures;
import io.github.thriveaudience.model.TokenResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The token endpoint, as the facade sees it: no Feign type goes in or out. Thread-safe. */
public final class TokenGateway implements Supplier<Token> {
  /** What a token lives where the answer does not say (API documentation). */
  private static final long DOCUMENTED_LIFE = 3600;

  private static final long LONGEST_LIFE = Duration.ofDays(365).toSeconds();
  private static final String GRANT_TYPE = "client_credentials";

  private final CallDescription call;
  private final TokenClient client;
  private final String scope;
  private final InstantSource clock;
  private final RetryExecutor retries;
  private final TokensApi api;

  /**
   * Wires the generated interface.
   *
   * @param endpoint the whole address of the token endpoint
   * @param scope the scopes to ask for, separated by spaces
   */
  public TokenGateway(Endpoint endpoint, TokenClient client, String scope, Connection connection) {
    this.call = CallDescription.ofToken(endpoint);
    this.client = client;
    this.scope = scope;
    this.clock = connection.time();
    this.retries = connection.retries();
    this.api =
        FeignBuilders.of(connection)
            .requestInterceptor(new ClientBasicAuthentication(client))
            .encoder(new FormEncoder())
            .errorDecoder(new TokenErrorDecoder(call, scope, new ErrorResponseReader(clock)))
            .target(new FixedTarget<>(TokensApi.class, endpoint.baseUri()));
  }

  /**
   * Requests a token, again where that helps.
   *
   * @throws io.github.thriveaudience.error.ThriveException if none is issued
   */
  @Override
  public Token get() {
    return retries.run(call, AttemptListener.NONE, this::attempt);
  }

  private Token attempt() {
    Instant requestedAt = clock.instant();
    return token(request(), requestedAt);
  }

  private TokenResponse request() {
    boolean inBody = client.authenticatesInBody();
    try {
      return api.requestToken(
          client.tenantId(),
          GRANT_TYPE,
          scope,
          inBody ? client.clientId() : null,
          inBody ? client.clientSecret() : null);
    } catch (FeignException e) {
      throw FeignFailures.translate(e, call);
    }
  }

  private Token token(TokenResponse answer, Instant requestedAt) {
    require("bearer".equalsIgnoreCase(answer.tokenType()), "the token is not of the type Bearer");
    // What may stand in a header (RFC 6750, section 2.1, has fewer, but servers may not).
    boolean sendable = answer.accessToken().matches("[\\x21-\\x7e]+");
    require(sendable, "the token is empty, or has characters that a header cannot carry");
    long life = answer.expiresIn() == null ? DOCUMENTED_LIFE : answer.expiresIn();
    require(life > 0, "the token has expired already");
    return new Token(
        answer.accessToken(),
        scopes(answer.scope() == null || answer.scope().isBlank() ? scope : answer.scope()),
        requestedAt,
        requestedAt.plusSeconds(Math.min(life, LONGEST_LIFE)));
  }

  private static List<String> scopes(String separatedBySpaces) {
    return List.of(separatedBySpaces.strip().split(" +"));
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw call.malformed(otherwise);
    }
  }
}
