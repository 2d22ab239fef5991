package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Limits;
import io.github.thriveaudience.internal.call.RetryExecutor;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.log.CompositeListener;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What all calls of a client share: the HTTP client, the limits, the time, and the end of it all.
 */
public final class Connection implements AutoCloseable {
  private volatile @Nullable HttpClient http;
  private final boolean owned;
  private final Limits limits;
  private final Time time;
  private final ClientListener events;
  private final RetryExecutor retries;
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
  private final Lifetime lifetime;
  private final @Nullable String proxyAuthorization;
  private final RecentOccurrence silence;
  private final RecentOccurrence breaks;

  /**
   * A connection.
   *
   * @param http the HTTP client, which follows no redirects
   * @param owned whether the HTTP client ends with this
   * @param listeners who hears of what is done
   */
  public Connection(
      HttpClient http, boolean owned, Limits limits, Time time, List<ClientListener> listeners) {
    this(http, owned, limits, time, listeners, null, new Lifetime("this client is closed"));
  }

  /**
   * A connection by a proxy.
   *
   * @param http the HTTP client, which follows no redirects
   * @param owned whether the HTTP client ends with this
   * @param listeners who hears of what is done
   * @param proxyAuthorization what the HTTP client's proxy is to get in the header of that name, or
   *     null
   * @param lifetime ends with this
   */
  public Connection(
      HttpClient http,
      boolean owned,
      Limits limits,
      Time time,
      List<ClientListener> listeners,
      @Nullable String proxyAuthorization,
      Lifetime lifetime) {
    this.http = http;
    this.lifetime = lifetime;
    this.proxyAuthorization = proxyAuthorization;
    this.silence = new RecentOccurrence(time);
    this.breaks = new RecentOccurrence(time);
    this.owned = owned;
    this.limits = limits;
    this.time = time;
    this.events = new CompositeListener(listeners);
    this.retries = new RetryExecutor(limits, time, lifetime, events);
  }

  HttpClient http() {
    HttpClient open = http;
    if (open == null) {
      throw closed();
    }
    return open;
  }

  Limits limits() {
    return limits;
  }

  /** The time that limits are measured by. */
  public Time time() {
    return time;
  }

  /**
   * Waits.
   *
   * @throws IllegalStateException if this is closed, even during the wait
   */
  public void pause(Duration wait) throws InterruptedException {
    boolean unused = time.await(lifetime.latch(), wait);
    lifetime.requireOpen();
  }

  /** Who hears of what is done: all that were given, and the log. */
  public ClientListener events() {
    return events;
  }

  public RetryExecutor retries() {
    return retries;
  }

  /** What a proxy is to get, or null. */
  @Nullable String proxyAuthorization() {
    return proxyAuthorization;
  }

  /**
   * Notes requests that may have gone over HTTP/2 and got no answer in time. The JDK would send the
   * next ones over the same connection, however dead it is; over HTTP/1.1 they get another one.
   */
  RecentOccurrence silence() {
    return silence;
  }

  /** Notes connections that were closed before a whole answer came. */
  RecentOccurrence breaks() {
    return breaks;
  }

  /** Sends a request; to cancel the result is to end it. */
  <T> CompletableFuture<HttpResponse<T>> send(HttpRequest request, BodyHandler<T> handler) {
    return http().sendAsync(request, handler);
  }

  /** Notes a request, so that it can be ended. */
  void begin(CompletableFuture<?> request) {
    underWay.add(request);
    if (isClosed()) {
      request.cancel(true);
    }
  }

  @SuppressWarnings("CollectionUndefinedEquality") // The very same future is meant.
  void finish(CompletableFuture<?> request) {
    underWay.remove(request);
  }

  /** How many requests could be ended. */
  int underWay() {
    return underWay.size();
  }

  boolean isClosed() {
    return lifetime.isOver();
  }

  IllegalStateException closed() {
    return lifetime.closed();
  }

  /** Ends every wait and every request, and the HTTP client if it is owned. */
  @Override
  public void close() {
    lifetime.end();
    retries.close();
    underWay.forEach(request -> request.cancel(true));
    HttpClient last = http;
    http = null;
    if (owned && last != null) {
      shutDown(last);
    }
  }

  /** From Java 21 on an HTTP client can be told; before, it ends when nothing refers to it. */
  private static void shutDown(HttpClient http) {
    try {
      Method method = HttpClient.class.getMethod("shutdownNow");
      method.invoke(http);
    } catch (NoSuchMethodException e) {
      return;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
