package io.github.thriveaudience;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.api.PageSize;
import io.github.thriveaudience.internal.config.Addresses;
import io.github.thriveaudience.internal.config.ConnectionSettings;
import io.github.thriveaudience.internal.config.DisabledSchemes;
import io.github.thriveaudience.internal.config.PathSegments;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.listing.ApiPageSource;
import io.github.thriveaudience.internal.listing.PageSource;
import io.github.thriveaudience.internal.listing.PageThreads;
import io.github.thriveaudience.internal.token.Authentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
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
 *   for (AudienceMember member : thrive.members("tech-team")) {
 *     System.out.println(member.userId());
 *   }
 * }
 * }</pre>
 */
public final class AudienceMembersClient implements AutoCloseable {
  private final Connection connection;
  private final PageSize pageSize;
  private final Executor pageThreads = PageThreads.create();
  private volatile @Nullable MembersGateway gateway;

  private AudienceMembersClient(Connection connection, MembersGateway gateway, PageSize pageSize) {
    this.connection = connection;
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
   * ThriveEnvironment}, in any case of letters), {@code THRIVE_TENANT_ID}, and either {@code
   * THRIVE_API_SECRET} or both {@code THRIVE_CLIENT_ID} and {@code THRIVE_CLIENT_SECRET}. A blank
   * variable counts as not set.
   *
   * @return a client with every other setting at its default
   * @throws IllegalStateException if a variable is not set, contradicts another or cannot be used;
   *     the message names it
   */
  public static AudienceMembersClient fromEnvironment() {
    return new EnvironmentVariables(System.getenv()).applyTo(builder()).build();
  }

  /**
   * The members of an audience. No request is sent before they are read.
   *
   * @param audience the id of an audience (24 hexadecimal digits) or its reference, which is any
   *     well-formed text that is not blank and has no {@code .} or {@code ..} of its own or between
   *     slashes or backslashes, which proxies resolve (RFC 3986, section 5.2.4); it is sent exactly
   *     as given. Many servers refuse {@code /}, {@code \} and {@code %} in an address: prefer the
   *     id where the reference has one
   * @return a description to read from, as often as wanted
   * @throws IllegalArgumentException if the audience breaks its rule
   * @throws IllegalStateException if this client is closed
   */
  public Members members(String audience) {
    PathSegments.check("audience", audience);
    PageSource pages = new ApiPageSource(this::openGateway, connection, audience, pageSize);
    return new Members(pages, pageThreads, connection.time());
  }

  /**
   * Closes this client, and its HTTP client unless that was given; before Java 21 the JDK ends its
   * own thread and idle connections when the garbage collector has run. A call that is under way
   * ends at once with {@link IllegalStateException}, as does a later one, and a later read of
   * {@link Members} that this client gave. Closing twice does no harm.
   */
  @Override
  public void close() {
    gateway = null;
    connection.close();
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
    private static final int LARGEST_PAGE = PageSizeParameter.PER_PAGE.largestPage();

    private final ConnectionSettings connection = new ConnectionSettings();
    private @Nullable ThriveEnvironment environment;
    private @Nullable URI baseUri;
    private @Nullable URI tokenUri;
    private @Nullable Credentials credentials;
    private @Nullable Integer pageSize;
    private PageSizeParameter pageSizeParameter = PageSizeParameter.PER_PAGE;

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
     * Sets an address in place of the environment's own, for tests and proxies. The credentials, or
     * a token, go there; with OAuth {@link #tokenUri} is needed too, so that no token reaches
     * another host than was meant.
     *
     * @param baseUri what the API's paths are appended to: https, or http to a loopback host;
     *     without user info, query and fragment. Default: that of the environment
     * @return this
     * @throws IllegalArgumentException if it breaks its rule
     */
    public Builder baseUri(URI baseUri) {
      this.baseUri = Addresses.checkBase("baseUri", baseUri);
      return this;
    }

    /**
     * Sets a token endpoint in place of the environment's own. With OAuth only.
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
     * Sets what the client authenticates with.
     *
     * @param credentials the credentials; no default
     * @return this
     * @throws IllegalArgumentException if their scopes do not allow reading members, or are not
     *     granted for the public API
     */
    public Builder credentials(Credentials credentials) {
      this.credentials = ReadingScopes.check(credentials);
      return this;
    }

    /**
     * Sets how many members are asked for in one request. More means fewer requests.
     *
     * @param pageSize 1 to 1000 (API reference, {@code perPage}), or 1 to 100 with {@link
     *     PageSizeParameter#LIMIT}, which {@link #build()} checks; default: the most
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
     * Sets by which parameter the API is told the size of a page: for an API that obeys {@code
     * limit} alone. The other one is not sent.
     *
     * @param parameter {@link PageSizeParameter#PER_PAGE} for pages of 1 to 1000 members, {@link
     *     PageSizeParameter#LIMIT} for 1 to 100 (API reference); default {@code PER_PAGE}
     * @return this
     */
    public Builder pageSizeParameter(PageSizeParameter parameter) {
      this.pageSizeParameter = Objects.requireNonNull(parameter, "parameter");
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
     * Sets the most that one page may take: all attempts and the waits between them, the wait for
     * an access token included. The time begins when the first request may go out: a wait for other
     * pages of the same listing is not counted.
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
     * Sets how many requests one page may take. A request is retried after 408, 429, 500, 502, 503
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
     * Sets the HTTP client to send requests with: its proxy, TLS settings, executor and connect
     * timeout count. It is used as it is, and closing this client does not close it.
     *
     * <p>That of this client's own speaks HTTP/1.1: it needs a connection for each request in
     * flight. A given one keeps its version. Over HTTP/2 the JDK does not queue for a stream: more
     * requests at once than the server allows fail before they are sent. A connection whose packets
     * are lost goes on being used, so that after a request that got no answer in time, those of the
     * next five minutes go over HTTP/1.1. Where packets are lost, parallelism gains nothing over
     * the one connection of HTTP/2. Prefer {@code Version.HTTP_1_1}.
     *
     * @param httpClient a client that follows no redirects, since one could take the credentials
     *     elsewhere; default: one of this client's own
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
     * Makes the client. No request is sent.
     *
     * @return a client with a copy of these settings
     * @throws IllegalStateException if a required setting is missing, or two contradict: {@link
     *     #httpClient} and one of {@link #connectTimeout}, {@code proxy} and {@link #sslContext};
     *     {@link #tokenUri} without OAuth; {@link #baseUri} with OAuth and without {@link
     *     #tokenUri}; addresses of several environments; a proxy's password and a property of the
     *     JDK that keeps it back; a {@link #pageSize} above 100 with {@link
     *     PageSizeParameter#LIMIT}. Nothing is opened then
     */
    public AudienceMembersClient build() {
      if (credentials == null) {
        throw new IllegalStateException("credentials must be set");
      }
      PageSize size = sizeOfPages();
      ClientEndpoints endpoints = new ClientEndpoints(environment, baseUri, tokenUri);
      Function<Connection, Authentication> authentication = endpoints.authentication(credentials);
      connection.check(endpoints.used().toList(), new DisabledSchemes(System.getProperties()));
      Connection shared = connection.connect("this client is closed");
      return new AudienceMembersClient(
          shared, new MembersGateway(endpoints.api(), authentication.apply(shared), shared), size);
    }

    private PageSize sizeOfPages() {
      int most = pageSizeParameter.largestPage();
      int size = pageSize == null ? most : pageSize;
      if (size > most) {
        throw new IllegalStateException(
            "pageSize must be 1 to " + most + " with " + pageSizeParameter + ", but was " + size);
      }
      return pageSizeParameter == PageSizeParameter.LIMIT
          ? PageSize.limit(size)
          : PageSize.perPage(size);
    }
  }
}
