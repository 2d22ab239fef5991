package io.github.thriveaudience.internal.config;

import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Limits;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.http.DaemonThreads;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The part of a builder that is about HTTP, with its rules. */
public final class ConnectionSettings {
  private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int DEFAULT_ATTEMPTS = 4;
  private static final int MOST_ATTEMPTS = 20;

  /** Measured: with an authenticator 17 drops a request's own Authorization, 25 does not. */
  private static final int KEEPS_AUTHORIZATION = 25;

  private static final int RUNTIME = Runtime.version().feature();

  private @Nullable HttpClient httpClient;
  private @Nullable ProxySettings proxy;
  private @Nullable SSLContext sslContext;
  private @Nullable Duration connectTimeout;
  private Duration requestTimeout = Duration.ofSeconds(30);
  private Duration callTimeout = Duration.ofMinutes(2);
  private @Nullable Integer maxAttempts;
  private int maxResponseSize = 16 * 1024 * 1024;
  private final List<ClientListener> listeners = new ArrayList<>();

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
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException(
          "maxAttempts must be 1 to " + MOST_ATTEMPTS + ", but was " + attempts);
    }
    maxAttempts = attempts;
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
    if (client.authenticator().isPresent() && RUNTIME < KEEPS_AUTHORIZATION) {
      throw new IllegalArgumentException(
          "httpClient must not have an authenticator on Java "
              + RUNTIME
              + ", which would then leave out the credentials; Java "
              + KEEPS_AUTHORIZATION
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

  public void addListener(ClientListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
  }

  /**
   * Checks what can be wrong between the settings.
   *
   * @param destinations where requests go
   * @throws IllegalStateException if two contradict, or the JDK would not send a proxy's password
   */
  public void check(List<URI> destinations, DisabledSchemes schemes) {
    if (httpClient != null) {
      notBoth(connectTimeout, "connectTimeout");
      notBoth(proxy, "proxy");
      notBoth(sslContext, "sslContext");
    }
    if (proxy != null && destinations.stream().anyMatch(uri -> !"https".equals(uri.getScheme()))) {
      throw new IllegalStateException(
          "proxy needs https: over http the proxy would get the credentials in the clear");
    }
    if (proxy != null && proxy.authorization() != null) {
      destinations.stream()
          .map(schemes::forbidding)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(this::refuse);
    }
  }

  private static void notBoth(@Nullable Object setting, String name) {
    if (setting != null) {
      throw new IllegalStateException(name + " has no effect on a given httpClient: set it there");
    }
  }

  private void refuse(String property) {
    throw new IllegalStateException(
        "proxy with a password needs the system property "
            + property
            + " without Basic in it, or the JDK sends no password: start Java with -D"
            + property
            + "=");
  }

  /**
   * Opens the connection; nothing is opened before, and nothing can fail after.
   *
   * @param closed what to say to who uses it after its end
   */
  public Connection connect(String closed) {
    return new Connection(
        http(),
        httpClient == null,
        limits(),
        Time.SYSTEM,
        listeners,
        proxy == null ? null : proxy.authorization(),
        new Lifetime(closed));
  }

  Limits limits() {
    return maxAttempts == null
        ? new Limits(
            requestTimeout, callTimeout, DEFAULT_ATTEMPTS, Integer.MAX_VALUE, maxResponseSize)
        : new Limits(requestTimeout, callTimeout, maxAttempts, maxResponseSize);
  }

  HttpClient http() {
    return httpClient == null ? own() : httpClient;
  }

  private HttpClient own() {
    HttpClient.Builder own =
        HttpClient.newBuilder()
            // Over HTTP/2 the JDK does not queue for a stream, and does not leave a dead
            // connection.
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            // Not the caller's thread: resolving a host name blocks, and nothing could end it
            // there.
            .executor(DaemonThreads.pool("thrive-http"))
            .connectTimeout(connectTimeout == null ? DEFAULT_CONNECT_TIMEOUT : connectTimeout);
    if (proxy != null) {
      own.proxy(ProxySelector.of(proxy.address()));
    }
    if (sslContext != null) {
      own.sslContext(sslContext);
    }
    return own.build();
  }

  private static Duration inRange(String name, Duration value) {
    Objects.requireNonNull(value, name);
    if (value.isZero() || value.isNegative() || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " must be more than zero and at most a day, but was " + value);
    }
    return value;
  }
}
