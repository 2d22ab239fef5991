package io.github.thriveaudience;

import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.internal.call.HeaderRules;
import io.github.thriveaudience.internal.config.Addresses;
import io.github.thriveaudience.internal.config.ConnectionSettings;
import io.github.thriveaudience.internal.config.DisabledSchemes;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.response.JacksonVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The settings that clients and access tokens share. Each setter checks its argument; {@code
 * build()} checks the settings against each other before it opens anything. For one thread.
 *
 * <p>A <em>call</em> reads one page of members or requests one access token. An <em>attempt</em> is
 * one request of a call: the first one or a retry.
 *
 * @param <B> the builder that each setter returns
 */
public abstract class ConnectionBuilder<B extends ConnectionBuilder<B>> {
  @Nullable ThriveEnvironment environment;
  @Nullable URI tokenUri;
  final ConnectionSettings settings = new ConnectionSettings();

  /** Not for users to extend. */
  ConnectionBuilder() {}

  /**
   * Sets which environment of the API receives the requests.
   *
   * @param environment the environment; no default
   * @return this
   */
  public B environment(ThriveEnvironment environment) {
    this.environment = Objects.requireNonNull(environment, "environment");
    return self();
  }

  /**
   * Sets a token endpoint in place of the environment's own, for tests and reverse proxies. The
   * Client Secret goes there. For OAuth credentials only.
   *
   * @param tokenUri the whole address: https, or http to a loopback host; without user info, query
   *     and fragment. Default: {@link ThriveEnvironment#tokenUri} of the environment
   * @return this
   * @throws IllegalArgumentException if the address breaks one of these rules
   */
  public B tokenUri(URI tokenUri) {
    this.tokenUri = Addresses.check("tokenUri", tokenUri);
    return self();
  }

  /**
   * Sets the maximum time for opening a connection. Cannot be combined with {@link #httpClient},
   * which has its own.
   *
   * @param connectTimeout more than zero, at most a day; default 10 seconds
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public B connectTimeout(Duration connectTimeout) {
    settings.connectTimeout(connectTimeout);
    return self();
  }

  /**
   * Sets the maximum time of one attempt, from connecting to the last byte of the response's body.
   *
   * @param requestTimeout more than zero, at most a day; default 30 seconds
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public B requestTimeout(Duration requestTimeout) {
    settings.requestTimeout(requestTimeout);
    return self();
  }

  /**
   * Sets the maximum time of one call. It includes all attempts, the waits between them, and, where
   * a page of members needs an access token, the wait for that token. It does not include the time
   * that requests wait because the server throttles the client or does not respond. That time has
   * limits of the same length: a call fails if the server demands a longer pause, if the client had
   * no success for so long, or if an outage lasts longer.
   *
   * <p>A retry whose wait would end after this time is not made: the call then throws the exception
   * of its last attempt.
   *
   * @param callTimeout more than zero, at most a day; default 2 minutes
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public B callTimeout(Duration callTimeout) {
    settings.callTimeout(callTimeout);
    return self();
  }

  /**
   * Sets the maximum number of attempts of one call. A call retries the statuses 408, 429, 500,
   * 502, 503 and 504, and an attempt without a complete response. It does not retry a failed TLS
   * handshake or a tunnel that the proxy refuses. Before a retry it waits as long as the server
   * says in {@code Retry-After}, or else a random time of up to 1 second, then 2, 4, 8 and so on,
   * at most 20.
   *
   * <p>A throttled request, with 429, or with 503 and {@code Retry-After}, is no attempt: the
   * client paces its requests and sends it again, as often as it takes.
   *
   * <p>By default an outage does not use up attempts. An outage begins when no call of a client
   * gets a response any more, or each gets 500, 502, 503 or 504 without {@code Retry-After}. Then
   * one probe at a time goes out, the other calls wait, and a call can last until its {@link
   * #callTimeout}. Once an outage is older than that, no call waits for its end: each fails after
   * one request.
   *
   * <p>The JDK can resend a GET by itself when its connection is closed before a response arrives;
   * that is no attempt.
   *
   * @param maxAttempts 1 to 20, the probes of an outage included; 1 turns off retries, those of
   *     throttled requests included, and waits for the end of an outage. Default: 4 while the
   *     server responds, and as many probes as {@link #callTimeout} allows
   * @return this
   * @throws IllegalArgumentException if it is out of range
   */
  public B maxAttempts(int maxAttempts) {
    settings.maxAttempts(maxAttempts);
    return self();
  }

  /**
   * Sets the maximum size of a response's body, before and after decompression. A larger one is a
   * {@link io.github.thriveaudience.error.MalformedResponseException}.
   *
   * @param bytes 1 or more; default 16 MiB
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public B maxResponseSize(int bytes) {
    settings.maxResponseSize(bytes);
    return self();
  }

  /**
   * Sets the HTTP proxy for all requests. They go through a tunnel, so every address must be https.
   * This replaces the JDK's system properties {@code https.proxyHost} and {@code https.proxyPort}.
   * Cannot be combined with {@link #httpClient}, which has its own proxy.
   *
   * @param host the name or address of the proxy's host alone, without scheme and port
   * @param port 1 to 65535
   * @return this
   * @throws IllegalArgumentException if an argument breaks one of these rules
   */
  public B proxy(String host, int port) {
    settings.proxy(host, port);
    return self();
  }

  /**
   * Sets the HTTP proxy for all requests, as {@link #proxy(String, int)} does, and the password for
   * it (HTTP Basic, RFC 7617, in UTF-8). Only the proxy receives the password. The JDK sends it
   * only if Java was started with {@code -Djdk.http.auth.tunneling.disabledSchemes=}; setting that
   * property later may be too late.
   *
   * @param host the name or address of the proxy's host alone, without scheme and port
   * @param port 1 to 65535
   * @param user not blank, without a colon and without control characters
   * @param password not blank, without control characters
   * @return this
   * @throws IllegalArgumentException if an argument breaks one of these rules
   */
  public B proxy(String host, int port, String user, String password) {
    settings.proxy(host, port, user, password);
    return self();
  }

  /**
   * Sets the trusted certificate authorities and the client's own certificate: for an authority
   * that Java does not know, or a server that requires a certificate. Cannot be combined with
   * {@link #httpClient}, which has its own.
   *
   * @param sslContext an initialized context; default: the JDK's, with its trust store
   * @return this
   * @throws IllegalArgumentException if it is not initialized
   */
  public B sslContext(SSLContext sslContext) {
    settings.sslContext(sslContext);
    return self();
  }

  /**
   * Sets the HTTP client that sends the requests, with its own proxy, TLS settings, executor and
   * connect timeout. Closing what is built here does not close it. Do not read on the threads of
   * its executor: a call blocks its thread until the response arrives, which needs one of them.
   *
   * <p>Prefer one with {@code Version.HTTP_1_1}, as the default one is: it opens a connection for
   * each request in flight. Over HTTP/2 the JDK does not queue requests: those beyond the server's
   * limit of streams fail before they are sent. It also keeps using a connection whose packets are
   * lost; after a request without a response in time, the requests of the next five minutes
   * therefore go over HTTP/1.1. Where packets are lost, the single connection of HTTP/2 makes
   * {@link Members#parallelism} useless.
   *
   * @param httpClient a client that follows no redirects, which could take the credentials to
   *     another host; default: an HTTP client of its own
   * @return this
   * @throws IllegalArgumentException if it follows redirects, or if it has an authenticator and
   *     Java is older than 25, whose HTTP client would then leave out the credentials
   */
  public B httpClient(HttpClient httpClient) {
    settings.httpClient(httpClient);
    return self();
  }

  /**
   * Sets a header of each request for an access token, as a gateway before the token endpoint may
   * require it. Requests to the API do not carry it. With Basic credentials it has no effect, since
   * no token is requested.
   *
   * @param name as for {@link AudienceMembersClient.Builder#header(String, String)}
   * @param value as for {@link AudienceMembersClient.Builder#header(String, String)}; no default
   * @return this
   * @throws IllegalArgumentException if an argument breaks one of these rules; the message does not
   *     show the value
   */
  public B tokenHeader(String name, String value) {
    settings.tokenHeader(name, value);
    return self();
  }

  /**
   * Sets a header of each request for an access token, whose value may change: see {@link
   * #tokenHeader(String, String)}.
   *
   * @param name as for {@link AudienceMembersClient.Builder#header(String, String)}
   * @param value as for {@link AudienceMembersClient.Builder#header(String, Supplier)}
   * @return this
   * @throws IllegalArgumentException if the name breaks one of the rules
   */
  public B tokenHeader(String name, Supplier<@Nullable String> value) {
    settings.tokenHeader(name, value);
    return self();
  }

  /**
   * Names headers of responses that users want to see: in {@link
   * io.github.thriveaudience.listing.MembersPage#headers}, {@link
   * io.github.thriveaudience.event.RequestEvent#headers} and {@link
   * io.github.thriveaudience.error.ThriveApiException#headers}. The values are as the server sent
   * them, and in no log line, message or {@code toString()} of this client.
   *
   * <p>Each call adds to the names before; a name that is given again is written as the last time.
   *
   * @param names tokens of RFC 9110, section 5.6.2, case-insensitive, such as {@code
   *     X-RateLimit-Remaining}; default: none
   * @return this
   * @throws IllegalArgumentException if one is no token; none of these names is added then
   */
  public B exposeHeaders(String... names) {
    List<String> checked = List.of(names);
    checked.forEach(HeaderRules::requireName);
    checked.forEach(settings::exposeHeader);
    return self();
  }

  /**
   * Adds a listener, such as {@link io.github.thriveaudience.micrometer.MicrometerListener}. It is
   * notified of each request, retry, throttling and call.
   *
   * @param listener called on the threads that do the work; default: none
   * @return this
   */
  public B addListener(ClientListener listener) {
    settings.addListener(listener);
    return self();
  }

  /**
   * Sets what carries the context of a thread to the threads that work for it, which read pages and
   * audiences, send requests and request access tokens: a log context (MDC), a security context, a
   * trace. The client calls the decorator on the thread that starts a task. What that returns runs
   * the task on the other thread, once and before it returns. Where Micrometer's {@code
   * context-propagation} is on the class path, the client also carries what that carries.
   *
   * @param decorator wraps a task, such as Spring's {@code ContextPropagatingTaskDecorator} or
   *     OpenTelemetry's {@code Context.current()::wrap}; what it throws, the caller gets, or as the
   *     cause of an {@link IllegalStateException} if it waits for a token. Default: tasks as they
   *     are
   * @return this
   */
  public B taskDecorator(UnaryOperator<Runnable> decorator) {
    settings.taskDecorator(decorator);
    return self();
  }

  /**
   * Opens the connection after the last checks.
   *
   * @param destinations the addresses that requests go to
   * @param closed the message of the exception that a call throws after the end
   */
  Connection connect(List<URI> destinations, String closed) {
    JacksonVersion.check();
    settings.check(destinations, new DisabledSchemes(System.getProperties()));
    return settings.connect(closed);
  }

  /** Safe, since only this package can extend the class, and each subclass names itself. */
  @SuppressWarnings("unchecked")
  private B self() {
    return (B) this;
  }
}
