package io.github.thriveaudience.internal.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.thriveaudience.api.Clients;
import io.github.thriveaudience.api.TokensApi;
import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.internal.call.ApiExceptions;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.call.RetryExecutor;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.http.FeignCalls;
import io.github.thriveaudience.internal.response.ErrorResponse;
import io.github.thriveaudience.model.TokenResponse;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The token endpoint, as the facade sees it: no Feign type goes in or out. Thread-safe. */
final class TokenGateway implements Supplier<Token> {
  /** The lifetime of a token whose response has none, in seconds (API documentation). */
  private static final long DOCUMENTED_LIFE = 3600;

  private static final long MAX_LIFE = Duration.ofDays(365).toSeconds();
  private static final String GRANT_TYPE = "client_credentials";

  /** RFC 6749, section 5.2, has 400 and 401; some servers send 403 for an unauthorized client. */
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

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
   * @param scope the scopes to request, separated by spaces
   */
  TokenGateway(Endpoint endpoint, TokenClient client, String scope, Connection connection) {
    this.call = CallDescription.ofToken(endpoint);
    this.client = client;
    this.scope = scope;
    this.clock = connection.time();
    this.retries = connection.retries();
    this.api =
        Clients.of(
            TokensApi.class,
            type ->
                connection
                    .feign(this::authenticateClient)
                    .target(new FixedTarget<>(type, endpoint.baseUri())));
  }

  /** Authenticates a client that does not do it in the body (RFC 6749, section 2.3.1). */
  private void authenticateClient(BiConsumer<String, String> headers, CallContext context) {
    if (!client.authenticatesInBody()) {
      String pair = formEncoded(client.clientId()) + ':' + formEncoded(client.clientSecret());
      String encoded = Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
      headers.accept("Authorization", "Basic " + encoded);
    }
  }

  private static String formEncoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  /**
   * Requests a token, and retries where that helps.
   *
   * @throws ThriveException if none is issued
   */
  @Override
  public Token get() {
    return retries.run(call, CallOwner.ofSingleCall(), rejected -> false, this::attempt);
  }

  private Token attempt(CallContext context) {
    Instant requestedAt = clock.instant();
    boolean inBody = client.authenticatesInBody();
    TokenResponse response =
        FeignCalls.send(
            context,
            () ->
                api.requestToken(
                    client.tenantId(),
                    GRANT_TYPE,
                    scope,
                    inBody ? client.clientId() : null,
                    inBody ? client.clientSecret() : null,
                    context),
            error -> exception(error, context));
    return token(response, requestedAt);
  }

  private ThriveException exception(ErrorResponse response, CallContext context) {
    ThriveException failure = refusalOrError(response, context);
    FailureDetails.of(failure).setOfToken();
    return failure;
  }

  private ThriveException refusalOrError(ErrorResponse response, CallContext context) {
    ApiError error =
        response.error().withRequestId(context.requestId()).withHeaders(context.headers());
    String code = error.error();
    return REFUSALS.contains(error.status()) && code != null && !code.isBlank()
        ? new TokenRequestException(
            TokenErrorMessages.ofRefusal(call, error.status(), code, scope),
            code,
            response.errorDescription())
        : ApiExceptions.of(error, TokenErrorMessages.of(call, error));
  }

  private Token token(TokenResponse response, Instant requestedAt) {
    require("bearer".equalsIgnoreCase(response.tokenType()), "the token is not of the type Bearer");
    // The characters that a header can hold; RFC 6750, section 2.1, allows fewer, but servers may
    // not.
    boolean sendable = response.accessToken().matches("[\\x21-\\x7e]+");
    require(sendable, "the token is empty, or has characters that a header cannot carry");
    long life = response.expiresIn() == null ? DOCUMENTED_LIFE : response.expiresIn();
    require(life > 0, "the token has expired already");
    return new Token(
        response.accessToken(),
        scopes(response.scope() == null || response.scope().isBlank() ? scope : response.scope()),
        requestedAt,
        requestedAt.plusSeconds(Math.min(life, MAX_LIFE)));
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
