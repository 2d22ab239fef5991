package io.github.thriveaudience.internal;

import io.github.thriveaudience.event.ClientListener;
import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
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
  private final Retries retries;
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Executor pageThreads = PageThreads.create();
  private final @Nullable String proxyAuthorization;
  private final Recent silence;
  private final Recent breaks;

  /**
   * A connection.
   *
   * @param http the HTTP client, which follows no redirects
   * @param owned whether the HTTP client ends with this
   * @param listeners who hears of what is done
   */
  public Connection(
      HttpClient http, boolean owned, Limits limits, Time time, List<ClientListener> listeners) {
    this(http, owned, limits, time, listeners, null);
  }

  /**
   * A connection by a proxy.
   *
   * @param http the HTTP client, which follows no redirects
   * @param owned whether the HTTP client ends with this
   * @param listeners who hears of what is done
   * @param proxyAuthorization what the HTTP client's proxy is to get in the header of that name, or
   *     null
   */
  public Connection(
      HttpClient http,
      boolean owned,
      Limits limits,
      Time time,
      List<ClientListener> listeners,
      @Nullable String proxyAuthorization) {
    this.http = http;
    this.proxyAuthorization = proxyAuthorization;
    this.silence = new Recent(time);
    this.breaks = new Recent(time);
    this.owned = owned;
    this.limits = limits;
    this.time = time;
    this.events = new Listeners(listeners);
    this.retries = new Retries(limits, time, end, events);
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

  /** Threads to read pages ahead on. */
  public Executor pageThreads() {
    return pageThreads;
  }

  /** Who hears of what is done: all that were given, and the log. */
  ClientListener events() {
    return events;
  }

  Retries retries() {
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
  Recent silence() {
    return silence;
  }

  /** Notes connections that were closed before a whole answer came. */
  Recent breaks() {
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
    return end.getCount() == 0;
  }

  static IllegalStateException closed() {
    return new IllegalStateException("this client is closed");
  }

  /** Ends every wait and every request, and the HTTP client if it is owned. */
  @Override
  public void close() {
    end.countDown();
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
