package io.github.thriveaudience.internal.config;

import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.internal.call.ContextPropagation;
import io.github.thriveaudience.internal.call.HeaderRules;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Limits;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.http.DaemonThreads;
import io.github.thriveaudience.internal.http.HeaderSettings;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The settings of a connection, each checked when it is set. For one thread. */
public final class ConnectionSettings {
  private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration MAX_TIMEOUT = Duration.ofDays(1);
  private static final int DEFAULT_ATTEMPTS = 4;
  private static final int MAX_ATTEMPTS = 20;
  private static final double MIN_RATE = 0.001;

  /**
   * Measured: before it, an authenticator makes the JDK leave out the Authorization of a request.
   */
  private static final int JAVA_KEEPING_AUTHORIZATION = 25;

  private static final int JAVA = Runtime.version().feature();

  private @Nullable HttpClient httpClient;
  private @Nullable ProxySettings proxy;
  private @Nullable SSLContext sslContext;
  private @Nullable Duration connectTimeout;
  private Duration requestTimeout = Duration.ofSeconds(30);
  private Duration callTimeout = Duration.ofMinutes(2);
  private @Nullable Integer maxAttempts;
  private double requestsPerSecond = Double.POSITIVE_INFINITY;
  private int maxResponseSize = 16 * 1024 * 1024;
  private final List<ClientListener> listeners = new ArrayList<>();
  private final HeaderSettings headers = new HeaderSettings();
  private UnaryOperator<Runnable> taskDecorator = UnaryOperator.identity();

  public void connectTimeout(Duration timeout) {
    connectTimeout = inRange("connectTimeout", timeout);
  }

  public void requestTimeout(Duration timeout) {
    requestTimeout = inRange("requestTimeout", timeout);
  }

  public void callTimeout(Duration timeout) {
    callTimeout = inRange("callTimeout", timeout);
  }

  public void maxAttempts(int attempts) {
    maxAttempts = Arguments.inRange("maxAttempts", attempts, MAX_ATTEMPTS);
  }

  public void requestsPerSecond(double requests) {
    if (!(requests >= MIN_RATE && requests < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "requestsPerSecond must be " + MIN_RATE + " or more, and finite, but was " + requests);
    }
    requestsPerSecond = requests;
  }

  public void maxResponseSize(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("maxResponseSize must be 1 or more, but was " + bytes);
    }
    maxResponseSize = bytes;
  }

  public void httpClient(HttpClient client) {
    Objects.requireNonNull(client, "httpClient");
    if (client.followRedirects() != Redirect.NEVER) {
      throw new IllegalArgumentException(
          "httpClient must not follow redirects: build it with Redirect.NEVER");
    }
    if (client.authenticator().isPresent() && JAVA < JAVA_KEEPING_AUTHORIZATION) {
      throw new IllegalArgumentException(
          "httpClient must not have an authenticator on Java "
              + JAVA
              + ", which would then leave out the credentials; Java "
              + JAVA_KEEPING_AUTHORIZATION
              + " sends them");
    }
    httpClient = client;
  }

  public void proxy(String host, int port) {
    proxy = ProxySettings.of(host, port);
  }

  public void proxy(String host, int port, String user, String password) {
    proxy = ProxySettings.of(host, port, user, password);
  }

  public void sslContext(SSLContext context) {
    Objects.requireNonNull(context, "sslContext");
    try {
      context.getSupportedSSLParameters();
    } catch (IllegalStateException | UnsupportedOperationException e) {
      throw new IllegalArgumentException("sslContext must be initialized", e);
    }
    sslContext = context;
  }

  public void header(String name, String value) {
    headers.given().set(HeaderRules.requireFree(name), fixed(name, value));
  }

  public void header(String name, Supplier<@Nullable String> value) {
    headers.given().set(HeaderRules.requireFree(name), Objects.requireNonNull(value, "value"));
  }

  public void tokenHeader(String name, String value) {
    headers.given().setOfTokens(HeaderRules.requireFree(name), fixed(name, value));
  }

  public void tokenHeader(String name, Supplier<@Nullable String> value) {
    headers
        .given()
        .setOfTokens(HeaderRules.requireFree(name), Objects.requireNonNull(value, "value"));
  }

  public void exposeHeader(String name) {
    headers.exposed().add(name);
  }

  private static Supplier<@Nullable String> fixed(String name, String value) {
    String checked = HeaderRules.requireValue(name, value);
    return () -> checked;
  }

  public void addListener(ClientListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
  }

  public void taskDecorator(UnaryOperator<Runnable> decorator) {
    taskDecorator = Objects.requireNonNull(decorator, "taskDecorator");
  }

  /**
   * Checks the settings against each other.
   *
   * @param destinations the addresses that requests go to
   * @throws IllegalStateException if two contradict, or the JDK would not send a proxy's password
   */
  public void check(List<URI> destinations, DisabledSchemes schemes) {
    if (httpClient != null) {
      requireUnset(connectTimeout, "connectTimeout");
      requireUnset(proxy, "proxy");
      requireUnset(sslContext, "sslContext");
    }
    if (proxy != null && destinations.stream().anyMatch(uri -> !"https".equals(uri.getScheme()))) {
      throw new IllegalStateException(
          "proxy needs https: over http the proxy would get the credentials in the clear");
    }
    if (proxy != null && proxy.authorization() != null) {
      schemes.requireBasicForTunnels();
    }
  }

  private static void requireUnset(@Nullable Object setting, String name) {
    if (setting != null) {
      throw new IllegalStateException(name + " has no effect on a given httpClient: set it there");
    }
  }

  /**
   * Opens the connection, to be called after {@link #check}. Later changes of these settings do not
   * affect it.
   *
   * @param closed the message of the exception that a call throws after the end
   */
  public Connection connect(String closed) {
    return new Connection(
        http(),
        httpClient == null,
        limits(),
        Time.SYSTEM,
        listeners,
        proxy == null ? null : proxy.authorization(),
        new Lifetime(closed),
        headers.copy(),
        ContextPropagation.before(taskDecorator));
  }

  Limits limits() {
    return new Limits(
        requestTimeout,
        callTimeout,
        maxAttempts == null ? DEFAULT_ATTEMPTS : maxAttempts,
        maxAttempts == null ? Integer.MAX_VALUE : maxAttempts,
        requestsPerSecond,
        maxResponseSize);
  }

  HttpClient http() {
    return httpClient == null ? newHttpClient() : httpClient;
  }

  private HttpClient newHttpClient() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            // Over HTTP/2 the JDK neither queues for a stream nor leaves a dead connection.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            // Not the caller's thread: resolving a host name blocks and cannot be interrupted.
            .executor(DaemonThreads.pool("thrive-http"))
            .connectTimeout(connectTimeout == null ? DEFAULT_CONNECT_TIMEOUT : connectTimeout);
    if (proxy != null) {
      builder.proxy(ProxySelector.of(proxy.address()));
    }
    if (sslContext != null) {
      builder.sslContext(sslContext);
    }
    return builder.build();
  }

  private static Duration inRange(String name, Duration value) {
    Objects.requireNonNull(value, name);
    if (value.isZero() || value.isNegative() || value.compareTo(MAX_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          name + " must be more than zero and at most a day, but was " + value);
    }
    return value;
  }
}
