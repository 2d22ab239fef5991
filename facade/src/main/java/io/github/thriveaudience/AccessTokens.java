package io.github.thriveaudience;

import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.SuppliedCredentials;
import io.github.thriveaudience.internal.token.SuppliedTokens;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The current access token of a token service, for calls that this project does not cover, such as
 * the webhooks API. An {@link AudienceMembersClient} needs none of this: it requests its own
 * tokens.
 *
 * <p>Immutable and thread-safe: make one and share it. It requests a token when {@link #current} is
 * first called, keeps it, and renews it in the background a few minutes before it expires.
 *
 * <pre>{@code
 * try (var tokens = AccessTokens.builder(TokenService.WEBHOOKS)
 *     .environment(ThriveEnvironment.STAGING)
 *     .credentials(Credentials.oauth2(tenantId, clientId, clientSecret))
 *     .build()) {
 *   String header = "Bearer " + tokens.current().value();
 * }
 * }</pre>
 *
 * <p>Users may implement this interface, for fakes and wrappers: methods that later versions add
 * are {@code default}.
 */
public interface AccessTokens extends AutoCloseable {

  /**
   * Starts a configuration.
   *
   * @param service the API that the tokens are for
   * @return a builder with every default set
   */
  static Builder builder(TokenService service) {
    return new Builder(service);
  }

  /**
   * Returns the current token. A fresh token costs no lock and no I/O. Without one, the calling
   * thread waits for one token request, which all callers share.
   *
   * @return a token that has not expired
   * @throws IllegalStateException if this is closed, even during the wait
   * @throws io.github.thriveaudience.error.TokenRequestException if the token endpoint refuses
   * @throws io.github.thriveaudience.error.SupplierFailedException if a supplier fails that was
   *     given to the builder
   * @throws io.github.thriveaudience.error.ThriveApiException if it responds with another error
   * @throws io.github.thriveaudience.error.MalformedResponseException if its response is no token
   * @throws io.github.thriveaudience.error.ThriveConnectionException if no complete response
   *     arrives
   * @throws io.github.thriveaudience.error.ThriveInterruptedException if the calling thread is
   *     interrupted
   */
  AccessToken current();

  /**
   * Invalidates a token that its API has rejected, so that {@link #current} returns another one. A
   * newer token is not affected.
   *
   * @param rejected the token
   * @throws IllegalStateException if this is closed
   */
  void invalidate(AccessToken rejected);

  /**
   * Closes this, and its HTTP client unless that was {@linkplain Builder#httpClient given}. Waiting
   * calls and later calls throw {@link IllegalStateException}. Closing twice has no effect.
   */
  @Override
  void close();

  /**
   * The configuration of {@link AccessTokens}. Required are {@link #credentials} and one of {@link
   * #environment} and {@link #tokenUri}. For one thread.
   */
  final class Builder extends ConnectionBuilder<Builder> {
    private final TokenService service;
    private @Nullable Supplier<? extends OAuth2Credentials> credentials;

    Builder(TokenService service) {
      this.service = Objects.requireNonNull(service, "service");
    }

    /**
     * Sets what tokens are requested with. It replaces a supplier that was set before.
     *
     * @param credentials the credentials; no default
     * @return this
     * @throws IllegalArgumentException if the service does not grant one of their scopes
     */
    public Builder credentials(OAuth2Credentials credentials) {
      Objects.requireNonNull(credentials, "credentials").scopes(service);
      this.credentials = () -> credentials;
      return this;
    }

    /**
     * Sets a supplier of what tokens are requested with, for secrets that rotate. It replaces
     * credentials that were set before. The supplier is called as that of a client is: see {@link
     * AudienceMembersClient.Builder#credentials(Supplier)}. It must not use these access tokens.
     *
     * @param credentials the supplier; no default
     * @return this
     */
    public Builder credentials(Supplier<? extends OAuth2Credentials> credentials) {
      this.credentials = Objects.requireNonNull(credentials, "credentials");
      return this;
    }

    /**
     * Makes the access tokens. It sends no request.
     *
     * @return access tokens with a copy of these settings
     * @throws IllegalStateException if a required setting is missing or settings contradict each
     *     other: {@link #httpClient} and one of {@link #connectTimeout}, {@code proxy} and {@link
     *     #sslContext}; {@code proxy} and an address that is not https, or a password for it that
     *     the JDK would not send; a {@link #tokenUri} of another environment or service. Also if
     *     Jackson on the class path is older than 2.18. Nothing has been opened then
     */
    public AccessTokens build() {
      Supplier<? extends OAuth2Credentials> supplier = credentials;
      if (supplier == null) {
        throw new IllegalStateException("credentials must be set");
      }
      ClientEndpoints endpoints = new ClientEndpoints(environment, null, tokenUri);
      endpoints.requireTokenEndpoint(service);
      // That of an environment is https, as a proxy demands.
      Connection shared = connect(Stream.ofNullable(tokenUri).toList(), DefaultAccessTokens.CLOSED);
      return new DefaultAccessTokens(
          shared,
          new SuppliedTokens(
              SuppliedCredentials.of(
                  supplier, answer -> endpoints.checked(answer, service), shared),
              shared));
    }
  }
}
