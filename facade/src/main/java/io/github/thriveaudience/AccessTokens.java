package io.github.thriveaudience;

import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.internal.config.Addresses;
import io.github.thriveaudience.internal.config.ConnectionSettings;
import io.github.thriveaudience.internal.config.DisabledSchemes;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.Token;
import io.github.thriveaudience.internal.token.TokenCache;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The current access token of a service, for calls that this project does not cover, such as the
 * webhooks API. {@link AudienceMembersClient} needs none of this: it has tokens of its own.
 *
 * <p>Immutable and thread-safe: make one and share it. A token is requested when it is first asked
 * for, kept, and renewed in the background a few minutes before it expires.
 *
 * <pre>{@code
 * try (var tokens = AccessTokens.builder(TokenService.WEBHOOKS)
 *     .environment(ThriveEnvironment.STAGING)
 *     .credentials(Credentials.oauth2(tenantId, clientId, clientSecret))
 *     .build()) {
 *   String header = "Bearer " + tokens.current().value();
 * }
 * }</pre>
 */
public final class AccessTokens implements AutoCloseable {
  private final Connection connection;
  private volatile @Nullable TokenCache cache;

  private AccessTokens(Connection connection, TokenCache cache) {
    this.connection = connection;
    this.cache = cache;
  }

  /**
   * Starts a configuration.
   *
   * @param service the API that the tokens are for
   * @return a builder with every default set
   */
  public static Builder builder(TokenService service) {
    return new Builder(service);
  }

  /**
   * The current token. With a fresh one at hand this costs no lock and no I/O. Without one it waits
   * for the request of one, which all callers share.
   *
   * @return a token that has not expired
   * @throws IllegalStateException if this is closed
   * @throws io.github.thriveaudience.error.TokenRequestException if the token endpoint refuses
   * @throws io.github.thriveaudience.error.ThriveApiException if it answers with another error
   * @throws io.github.thriveaudience.error.MalformedResponseException if its answer is no token
   * @throws io.github.thriveaudience.error.ThriveConnectionException if no whole response comes
   * @throws io.github.thriveaudience.error.ThriveInterruptedException if the calling thread is
   *     interrupted
   */
  public AccessToken current() {
    Token token = open().current();
    return new AccessToken(token.value(), token.scopes(), token.expiresAt());
  }

  /**
   * Forgets a token that the API it is for has rejected, so that the next one is another. A newer
   * token is not touched.
   *
   * @param rejected the token
   * @throws IllegalStateException if this is closed
   */
  public void invalidate(AccessToken rejected) {
    open().invalidate(Objects.requireNonNull(rejected, "rejected").value());
  }

  /**
   * Closes this, and its HTTP client unless that was given. A call that waits ends at once with
   * {@link IllegalStateException}, as does a later one. Closing twice does no harm.
   */
  @Override
  public void close() {
    cache = null;
    connection.close();
  }

  private TokenCache open() {
    TokenCache open = cache;
    if (open == null) {
      throw new IllegalStateException("these access tokens are closed");
    }
    return open;
  }

  /**
   * The configuration of {@link AccessTokens}. Required are {@link #credentials} and one of {@link
   * #environment} and {@link #tokenUri}. For one thread.
   */
  public static final class Builder {
    private final TokenService service;
    private final ConnectionSettings connection = new ConnectionSettings();
    private @Nullable ThriveEnvironment environment;
    private @Nullable URI tokenUri;
    private @Nullable OAuth2Credentials credentials;

    private Builder(TokenService service) {
      this.service = Objects.requireNonNull(service, "service");
    }

    /**
     * Sets whose token endpoint is asked.
     *
     * @param environment the environment; no default
     * @return this
     */
    public Builder environment(ThriveEnvironment environment) {
      this.environment = Objects.requireNonNull(environment, "environment");
      return this;
    }

    /**
     * Sets another token endpoint, for tests and proxies. The client's secret goes there.
     *
     * @param tokenUri the whole address: https, or http to a loopback host; without user info,
     *     query and fragment. Default: that of the environment
     * @return this
     * @throws IllegalArgumentException if it breaks its rule
     */
    public Builder tokenUri(URI tokenUri) {
      this.tokenUri = Addresses.check("tokenUri", tokenUri);
      return this;
    }

    /**
     * Sets what tokens are requested with.
     *
     * @param credentials the credentials; no default
     * @return this
     * @throws IllegalArgumentException if the service does not grant one of their scopes
     */
    public Builder credentials(OAuth2Credentials credentials) {
      Objects.requireNonNull(credentials, "credentials").scopes(service);
      this.credentials = credentials;
      return this;
    }

    /**
     * Sets the most that connecting may take. Not together with {@link #httpClient}, which has its
     * own.
     *
     * @param connectTimeout more than zero, at most a day; default 10 seconds
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder connectTimeout(Duration connectTimeout) {
      connection.connectTimeout(connectTimeout);
      return this;
    }

    /**
     * Sets the most that one attempt may take, from connecting to the last byte of the body.
     *
     * @param requestTimeout more than zero, at most a day; default 30 seconds
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder requestTimeout(Duration requestTimeout) {
      connection.requestTimeout(requestTimeout);
      return this;
    }

    /**
     * Sets the most that a token may take: all attempts and the waits between them. The time begins
     * when the first request may go out.
     *
     * @param callTimeout more than zero, at most a day; default 2 minutes
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder callTimeout(Duration callTimeout) {
      connection.callTimeout(callTimeout);
      return this;
    }

    /**
     * Sets how many requests a token may take. A request is retried after 408, 429, 500, 502, 503
     * and 504, and where no whole response came; not after a TLS handshake or a tunnel that was
     * refused. The wait before a retry is what the server asks for, or else random up to 1 s, 2 s,
     * 4 s and so on, at most 20 s.
     *
     * <p>The JDK itself can send a GET once more whose connection was closed before a response
     * came, and, over HTTP/2 or with an authenticator, do so each time.
     *
     * <p>An outage is a matter of the client: while no call gets a response, or only 500, 502, 503
     * and 504 without {@code Retry-After}, one probe at a time goes out, and the other calls wait.
     * By default the probes of an outage do not count as attempts, so that a call lasts until its
     * {@link #callTimeout}. An outage that is older than that holds back no call any more: each
     * fails after one request.
     *
     * @param maxAttempts 1 to 20, the probes of an outage included; 1 turns retries off, and waits
     *     for the end of an outage, too. Default: 4 while the server responds, and as many probes
     *     as {@link #callTimeout} allows
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder maxAttempts(int maxAttempts) {
      connection.maxAttempts(maxAttempts);
      return this;
    }

    /**
     * Sets the most bytes of an answer's body, before and after it is inflated. A larger one is a
     * {@link io.github.thriveaudience.error.MalformedResponseException}.
     *
     * @param bytes 1 or more; default 16 MiB
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder maxResponseSize(int bytes) {
      connection.maxResponseSize(bytes);
      return this;
    }

    /**
     * Sets the HTTP proxy that requests go by, through a tunnel for https alone. The JDK's own
     * {@code https.proxyHost} and {@code https.proxyPort}, which count otherwise, then do not. Not
     * together with {@link #httpClient}, which has its own.
     *
     * @param host the name or address of the proxy's host alone, without scheme and port
     * @param port 1 to 65535
     * @return this
     * @throws IllegalArgumentException if an argument breaks its rule
     */
    public Builder proxy(String host, int port) {
      connection.proxy(host, port);
      return this;
    }

    /**
     * Sets the HTTP proxy that requests go by, and what it wants to know (RFC 7617, in UTF-8). The
     * password goes to the proxy alone. The JDK does not send it to one that opens a tunnel, as for
     * https, unless Java was started with {@code -Djdk.http.auth.tunneling.disabledSchemes=}; what
     * sets that property later may be too late. Not together with {@link #httpClient}.
     *
     * @param host the name or address of the proxy's host alone, without scheme and port
     * @param port 1 to 65535
     * @param user not blank, without a colon and without control characters
     * @param password not blank, without control characters
     * @return this
     * @throws IllegalArgumentException if an argument breaks its rule
     */
    public Builder proxy(String host, int port, String user, String password) {
      connection.proxy(host, port, user, password);
      return this;
    }

    /**
     * Sets whose certificates are trusted, and the client's own certificate: for an authority that
     * Java does not know, or a server that wants one. Not together with {@link #httpClient}, which
     * has its own.
     *
     * @param sslContext one that is initialized; default: the JDK's, with its trust store
     * @return this
     * @throws IllegalArgumentException if it is not initialized
     */
    public Builder sslContext(SSLContext sslContext) {
      connection.sslContext(sslContext);
      return this;
    }

    /**
     * Sets the HTTP client to send requests with. It is used as it is and never closed here.
     *
     * <p>That of these tokens' own speaks HTTP/1.1: it needs a connection for each request in
     * flight. A given one keeps its version. Over HTTP/2 the JDK does not queue for a stream: more
     * requests at once than the server allows fail before they are sent. A connection whose packets
     * are lost goes on being used, so that after a request that got no answer in time, those of the
     * next five minutes go over HTTP/1.1. Prefer {@code Version.HTTP_1_1}.
     *
     * @param httpClient a client that follows no redirects; default: one of its own
     * @return this
     * @throws IllegalArgumentException if it follows redirects, or has an authenticator on a Java
     *     below 25, whose HTTP client would then leave out the credentials
     */
    public Builder httpClient(HttpClient httpClient) {
      connection.httpClient(httpClient);
      return this;
    }

    /**
     * Adds who hears of each request, retry, pause and call, such as {@link
     * io.github.thriveaudience.micrometer.MicrometerListener}.
     *
     * @param listener is called on the threads that do the work; default: nobody hears
     * @return this
     */
    public Builder addListener(ClientListener listener) {
      connection.addListener(listener);
      return this;
    }

    /**
     * Makes the tokens. No request is sent.
     *
     * @return tokens with a copy of these settings
     * @throws IllegalStateException if a required setting is missing, or two contradict: {@link
     *     #httpClient} and one of {@link #connectTimeout}, {@code proxy} and {@link #sslContext};
     *     {@link #tokenUri} on a host of another environment or service; a proxy's password and a
     *     property of the JDK that keeps it back. Nothing is opened then
     */
    public AccessTokens build() {
      if (credentials == null) {
        throw new IllegalStateException("credentials must be set");
      }
      ClientEndpoints endpoints = new ClientEndpoints(environment, null, tokenUri);
      URI tokenEndpoint = endpoints.tokenEndpoint(credentials, service).baseUri();
      Function<Connection, TokenCache> tokens = endpoints.tokens(credentials, service);
      connection.check(List.of(tokenEndpoint), new DisabledSchemes(System.getProperties()));
      Connection shared = connection.connect("these access tokens are closed");
      return new AccessTokens(shared, tokens.apply(shared));
    }
  }
}
