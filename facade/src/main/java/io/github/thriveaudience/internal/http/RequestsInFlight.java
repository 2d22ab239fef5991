package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.internal.call.Lifetime;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The requests in flight, which end when the client is closed. Thread-safe. */
final class RequestsInFlight {
  private final Set<CompletableFuture<?>> all = ConcurrentHashMap.newKeySet();
  private final Lifetime lifetime;

  RequestsInFlight(Lifetime lifetime) {
    this.lifetime = lifetime;
  }

  /** Adds a request, or cancels it if the client is closed already. */
  void add(CompletableFuture<?> request) {
    all.add(request);
    if (lifetime.isOver()) {
      request.cancel(true);
    }
  }

  @SuppressWarnings("CollectionUndefinedEquality") // Futures are compared by identity.
  void remove(CompletableFuture<?> request) {
    all.remove(request);
  }

  void cancelAll() {
    all.forEach(request -> request.cancel(true));
  }

  int count() {
    return all.size();
  }
}
