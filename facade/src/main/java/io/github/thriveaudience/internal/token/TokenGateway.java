package io.github.thriveaudience.internal.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.thriveaudience.api.Clients;
import io.github.thriveaudience.api.TokensApi;
import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.internal.call.ApiExceptions;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.call.NonRetryableException;
import io.github.thriveaudience.internal.call.RetryExecutor;
import io.github.thriveaudience.internal.call.SupplierFailures;
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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The token endpoint, as the facade sees it: no Feign type goes in or out. Thread-safe. */
final class TokenGateway implements Supplier<Token> {
  /** The lifetime of a token whose response has none, in seconds (API documentation). */
  private static final long DOCUMENTED_LIFE = 3600;

  private static final long MAX_LIFE = Duration.ofDays(365).toSeconds();
  private static final String GRANT_TYPE = "client_credentials";

  /** RFC 6749, section 5.2, has 400 and 401; some servers send 403 for an unauthorized client. */
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

  private final CallDescription call;
  private final SuppliedCredentials credentials;
  private final InstantSource clock;
  private final RetryExecutor retries;
  private final TokensApi api;

  /**
   * Wires the generated interface.
   *
   * @param endpoint the whole address of the token endpoint
   * @param credentials are {@link TokenParameters}, and were asked for before
   */
  TokenGateway(Endpoint endpoint, SuppliedCredentials credentials, Connection connection) {
    this.call = CallDescription.ofToken(endpoint);
    this.credentials = credentials;
    this.clock = connection.time();
    this.retries = connection.retries();
    this.api =
        Clients.of(
            TokensApi.class,
            type ->
                connection
                    .feign(TokenGateway::authenticateClient)
                    .target(new FixedTarget<>(type, endpoint.baseUri())));
  }

  private static void authenticateClient(BiConsumer<String, String> headers, CallContext context) {
    String header = context.authorization();
    if (header != null) {
      headers.accept("Authorization", header);
    }
  }

  /** Authenticates a client that does not do it in the body (RFC 6749, section 2.3.1). */
  private static @Nullable String authorization(TokenClient client) {
    if (client.authenticatesInBody()) {
      return null;
    }
    String pair = formEncoded(client.clientId()) + ':' + formEncoded(client.clientSecret());
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static String formEncoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  /**
   * Requests a token, and retries where that helps. If the server refuses the client, its
   * credentials are asked for again.
   *
   * @throws ThriveException if none is issued
   */
  @Override
  public Token get() {
    AtomicReference<TokenParameters> sent = new AtomicReference<>(parameters());
    return retries.run(
        call,
        CallOwner.ofSingleCall(),
        refused -> replace(Objects.requireNonNull(sent.get()), refused),
        context -> {
          TokenParameters now = parameters();
          sent.set(now);
          return attempt(now, context);
        });
  }

  /** This thread is the client's own: whoever waits for the token was not interrupted. */
  private boolean replace(TokenParameters refused, CallContext call) {
    try {
      return credentials.replace(refused::equals, call::left);
    } catch (NonRetryableException e) {
      if (e.failure() instanceof ThriveInterruptedException interrupted) {
        boolean unused = Thread.interrupted();
        throw new NonRetryableException(
            SupplierFailures.failed(
                SupplierAnswers.WHAT,
                Objects.requireNonNullElse(interrupted.getCause(), interrupted)));
      }
      throw e;
    }
  }

  private TokenParameters parameters() {
    return (TokenParameters) credentials.known();
  }

  private Token attempt(TokenParameters parameters, CallContext context) {
    Instant requestedAt = clock.instant();
    TokenClient client = parameters.client();
    boolean inBody = client.authenticatesInBody();
    context.authorizedBy(authorization(client));
    TokenResponse response =
        FeignCalls.send(
            context,
            () ->
                api.requestToken(
                    client.tenantId(),
                    GRANT_TYPE,
                    parameters.scope(),
                    inBody ? client.clientId() : null,
                    inBody ? client.clientSecret() : null,
                    context),
            error -> exception(error, parameters.scope(), context));
    return token(response, parameters.scope(), requestedAt);
  }

  private ThriveException exception(ErrorResponse response, String scope, CallContext context) {
    ThriveException failure = refusalOrError(response, scope, context);
    FailureDetails.of(failure).setOfToken();
    return failure;
  }

  private ThriveException refusalOrError(
      ErrorResponse response, String scope, CallContext context) {
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

  private Token token(TokenResponse response, String scope, Instant requestedAt) {
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
