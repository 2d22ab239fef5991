package io.github.thriveaudience;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.internal.Authentication;
import io.github.thriveaudience.internal.Destination;
import io.github.thriveaudience.internal.MembersGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client of the endpoint that lists an audience's members.
 *
 * <p>Immutable and thread-safe: make one for an environment and share it, since it keeps
 * connections open between calls. No call may begin after {@link #close()}.
 *
 * <pre>{@code
 * try (var thrive = AudienceMembersClient.builder()
 *     .environment(ThriveEnvironment.PRODUCTION)
 *     .credentials(Credentials.basic(tenantId, apiSecret))
 *     .build()) {
 *   for (AudienceMember member : thrive.members("tech-team")) { ... }
 * }
 * }</pre>
 */
public final class AudienceMembersClient implements AutoCloseable {
  private final int pageSize;
  private volatile @Nullable MembersGateway gateway;

  private AudienceMembersClient(MembersGateway gateway, int pageSize) {
    this.gateway = gateway;
    this.pageSize = pageSize;
  }

  /**
   * Starts a client's configuration.
   *
   * @return a builder with every default set
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A client from the variables of the process: {@code THRIVE_ENVIRONMENT} (the name of a {@link
   * ThriveEnvironment}, in any case of letters), {@code THRIVE_TENANT_ID} and {@code
   * THRIVE_API_SECRET}.
   *
   * @return a client with every other setting at its default
   * @throws IllegalStateException if a variable is not set or cannot be used; the message names it
   */
  public static AudienceMembersClient fromEnvironment() {
    return new EnvironmentVariables(System.getenv()).applyTo(builder()).build();
  }

  /**
   * The members of an audience. No request is sent before they are read.
   *
   * @param audience the id of an audience (24 hexadecimal digits) or its reference, which is any
   *     text that is not blank, {@code .} or {@code ..}; it is sent exactly as given
   * @return a description to read from, as often as wanted
   * @throws IllegalArgumentException if the audience breaks its rule
   * @throws IllegalStateException if this client is closed
   */
  public Members members(String audience) {
    PathSegments.check("audience", audience);
    openGateway();
    return new Members(audience, new ApiPageSource(this::openGateway, audience, pageSize));
  }

  /**
   * Closes this client. A later call, and a later read of {@link Members} that it gave, throws
   * {@link IllegalStateException}. Closing twice does no harm.
   */
  @Override
  public void close() {
    gateway = null;
  }

  private MembersGateway openGateway() {
    MembersGateway open = gateway;
    if (open == null) {
      throw new IllegalStateException("this client is closed");
    }
    return open;
  }

  /**
   * The configuration of an {@link AudienceMembersClient}. Required are {@link #credentials} and
   * one of {@link #environment} and {@link #baseUri}. Each setter checks its argument; {@link
   * #build()} copies the settings. For one thread.
   */
  public static final class Builder {
    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int LARGEST_PAGE = 1000;

    private @Nullable ThriveEnvironment environment;
    private @Nullable URI baseUri;
    private @Nullable Credentials credentials;
    private @Nullable HttpClient httpClient;
    private @Nullable Duration connectTimeout;
    private Duration requestTimeout = Duration.ofSeconds(30);
    private int pageSize = LARGEST_PAGE;

    private Builder() {}

    /**
     * Sets which of the API's environments is called.
     *
     * @param environment the environment; no default
     * @return this
     */
    public Builder environment(ThriveEnvironment environment) {
      this.environment = Objects.requireNonNull(environment, "environment");
      return this;
    }

    /**
     * Sets an address in place of the environment's own, for tests and proxies. The credentials go
     * there.
     *
     * @param baseUri what the API's paths are appended to: https, or http to a loopback host;
     *     without user info, query and fragment. Default: that of the environment
     * @return this
     * @throws IllegalArgumentException if it breaks its rule
     */
    public Builder baseUri(URI baseUri) {
      this.baseUri = BaseUris.check("baseUri", baseUri);
      return this;
    }

    /**
     * Sets what the client authenticates with.
     *
     * @param credentials the credentials; no default
     * @return this
     */
    public Builder credentials(Credentials credentials) {
      this.credentials = Objects.requireNonNull(credentials, "credentials");
      return this;
    }

    /**
     * Sets how many members are asked for in one request. More means fewer requests.
     *
     * @param pageSize 1 to 1000 (API reference, {@code perPage}); default 1000
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder pageSize(int pageSize) {
      if (pageSize < 1 || pageSize > LARGEST_PAGE) {
        throw new IllegalArgumentException("pageSize must be 1 to 1000, but was " + pageSize);
      }
      this.pageSize = pageSize;
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
      this.connectTimeout = upToADay("connectTimeout", connectTimeout);
      return this;
    }

    /**
     * Sets the most that one request may take, from connecting to the last byte of the body.
     *
     * @param requestTimeout more than zero, at most a day; default 30 seconds
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder requestTimeout(Duration requestTimeout) {
      this.requestTimeout = upToADay("requestTimeout", requestTimeout);
      return this;
    }

    /**
     * Sets the HTTP client to send requests with: its proxy, TLS settings, executor and connect
     * timeout count. It is used as it is, and closing this client does not close it.
     *
     * @param httpClient a client that follows no redirects, since one could take the credentials
     *     elsewhere; default: one of this client's own
     * @return this
     * @throws IllegalArgumentException if it follows redirects
     */
    public Builder httpClient(HttpClient httpClient) {
      Objects.requireNonNull(httpClient, "httpClient");
      if (httpClient.followRedirects() != Redirect.NEVER) {
        throw new IllegalArgumentException(
            "httpClient must not follow redirects: build it with Redirect.NEVER");
      }
      this.httpClient = httpClient;
      return this;
    }

    /**
     * Makes the client. No request is sent.
     *
     * @return a client with a copy of these settings
     * @throws IllegalStateException if a required setting is missing, or {@link #connectTimeout}
     *     and {@link #httpClient} are both set
     */
    public AudienceMembersClient build() {
      if (credentials == null) {
        throw new IllegalStateException("credentials must be set");
      }
      Authentication authentication = (Authentication) credentials;
      return new AudienceMembersClient(
          new MembersGateway(destination(), authentication, http(), requestTimeout), pageSize);
    }

    private Destination destination() {
      if (baseUri != null) {
        String at = environment == null ? "" : environment + " at ";
        return new Destination(at + baseUri, baseUri);
      }
      if (environment != null) {
        return new Destination(environment.name(), environment.apiBaseUri());
      }
      throw new IllegalStateException("environment or baseUri must be set");
    }

    private HttpClient http() {
      if (httpClient == null) {
        return HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(connectTimeout == null ? DEFAULT_CONNECT_TIMEOUT : connectTimeout)
            .build();
      }
      if (connectTimeout != null) {
        throw new IllegalStateException(
            "connectTimeout has no effect on a given httpClient: set it there");
      }
      return httpClient;
    }

    private static Duration upToADay(String name, Duration value) {
      Objects.requireNonNull(value, name);
      if (value.isZero() || value.isNegative() || value.compareTo(Duration.ofDays(1)) > 0) {
        throw new IllegalArgumentException(
            name + " must be more than zero and at most a day, but was " + value);
      }
      return value;
    }
  }
}
