package io.github.thriveaudience.internal;

import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** What all calls of a client share: the HTTP client, the limits, the time, and the end of it all. */
public final class Connection implements AutoCloseable {
  private final HttpClient http;
  private final boolean owned;
  private final Limits limits;
  private final Time time;
  private final Retries retries;
  private final Set<CompletableFuture<?>> underWay = ConcurrentHashMap.newKeySet();
  private final CountDownLatch end = new CountDownLatch(1);

  /**
   * A connection.
   *
   * @param http the HTTP client, which follows no redirects
   * @param owned whether the HTTP client ends with this
   */
  public Connection(HttpClient http, boolean owned, Limits limits, Time time) {
    this.http = http;
    this.owned = owned;
    this.limits = limits;
    this.time = time;
    this.retries = new Retries(limits, time, end);
  }

  HttpClient http() {
    return http;
  }

  Limits limits() {
    return limits;
  }

  Time time() {
    return time;
  }

  Retries retries() {
    return retries;
  }

  /** Notes a request, so that it can be ended. */
  void begin(CompletableFuture<?> request) {
    underWay.add(request);
    if (isClosed()) {
      request.cancel(true);
    }
  }

  void finish(CompletableFuture<?> request) {
    underWay.remove(request);
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
    if (owned) {
      shutDown(http);
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
