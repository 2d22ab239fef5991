package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.PageRequest;
import io.github.thriveaudience.internal.listing.PageSource;
import io.github.thriveaudience.internal.listing.PageSources;
import io.github.thriveaudience.model.AudienceMembers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** What takes the place of the API and of the connection to it. Thread-safe. */
final class FakeServer implements PageSources {
  private final Endpoint endpoint;
  private final Map<String, FakeAudience> audiences = new ConcurrentHashMap<>();
  private final List<String> requested = new CopyOnWriteArrayList<>();
  private final Lifetime lifetime = new Lifetime(Lifetime.CLOSED_CLIENT);
  private final FakeTime time = new FakeTime();
  private final FakeFailures failures = new FakeFailures();
  private volatile int pageSize;

  FakeServer(Endpoint endpoint, int pageSize) {
    this.endpoint = endpoint;
    this.pageSize = pageSize;
  }

  /** The audience of this name, which exists from now on. */
  FakeAudience audience(String name) {
    return audiences.computeIfAbsent(name, unused -> new FakeAudience(this, name));
  }

  void remove(String name) {
    audiences.remove(name);
  }

  FakeFailures failures() {
    return failures;
  }

  void pageSize(int members) {
    pageSize = members;
  }

  /** The audience of each request. */
  List<String> requested() {
    return List.copyOf(requested);
  }

  AudienceMembers respond(String audience, PageRequest request) {
    requested.add(audience);
    failures.check(request.page());
    FakeAudience known = audiences.get(audience);
    if (known == null) {
      throw failure(audience, 404);
    }
    return known.respond(request, pageSize);
  }

  /** The exception that the client throws for a status. */
  ThriveApiException failure(String audience, int status) {
    return ApiFailures.of(call(audience), status);
  }

  CallDescription call(String audience) {
    return CallDescription.ofMembers(endpoint, audience);
  }

  /** The wait is noted, and takes no time. */
  void pause(String audience, Duration wait) {
    FakeAudience known = audiences.get(audience);
    if (known != null) {
      known.waited(wait);
    }
    time.pass(wait);
  }

  @Override
  public PageSource of(String audience) {
    return new FakePages(this, audience);
  }

  @Override
  public String environment() {
    return endpoint.name();
  }

  /** On the calling thread, so that a test has the same order of requests each time. */
  @Override
  public Executor threads() {
    return Runnable::run;
  }

  @Override
  public Time time() {
    return time;
  }

  @Override
  public void requireOpen() {
    lifetime.requireOpen();
  }

  boolean isClosed() {
    return lifetime.isOver();
  }

  @Override
  public void close() {
    lifetime.end();
  }
}
