package io.github.thriveaudience.micrometer;

import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.RequestQueue;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns the events of a client into metrics. Thread-safe; one listener may serve several clients.
 *
 * <pre>{@code
 * var thrive = AudienceMembersClient.builder()
 *     .environment(ThriveEnvironment.PRODUCTION)
 *     .credentials(Credentials.basic(tenantId, apiSecret))
 *     .addListener(MicrometerListener.of(registry))
 *     .build();
 * }</pre>
 *
 * <table>
 *   <caption>The meters</caption>
 *   <tr><th>name</th><th>type</th><th>what it measures</th><th>tags</th></tr>
 *   <tr><td>{@code thrive.client.requests}</td><td>timer</td><td>requests that were sent, each
 *       attempt on its own</td><td>all</td></tr>
 *   <tr><td>{@code thrive.client.calls}</td><td>timer</td><td>calls, including all their attempts
 *       and waits: one for each page, and one for each token</td><td>all</td></tr>
 *   <tr><td>{@code thrive.client.retries}</td><td>counter</td><td>retries, by the failure of
 *       the attempt before</td><td>all</td></tr>
 *   <tr><td>{@code thrive.client.throttled}</td><td>counter</td><td>times that throttling began</td>
 *       <td>{@code client.name}</td></tr>
 *   <tr><td>{@code thrive.client.rate}</td><td>gauge</td><td>requests that may leave per second:
 *       NaN if they are not paced</td><td>{@code client.name}</td></tr>
 *   <tr><td>{@code thrive.client.queue.length}</td><td>gauge</td><td>requests that wait until they
 *       may leave</td><td>{@code client.name}</td></tr>
 *   <tr><td>{@code thrive.client.queue.time}</td><td>timer</td><td>the time that requests for pages
 *       waited until they could leave</td><td>{@code client.name}</td></tr>
 *   <tr><td>{@code thrive.client.pages}</td><td>counter</td><td>pages that were read</td><td>{@code
 *       client.name}</td></tr>
 *   <tr><td>{@code thrive.client.members}</td><td>counter</td><td>members on these pages</td>
 *       <td>{@code client.name}</td></tr>
 * </table>
 *
 * <p>The tags and their values are those of Spring's {@code http.client.requests}: {@code
 * client.name} (the host), {@code method}, {@code uri} (the path as a template), {@code status}
 * ({@code CLIENT_ERROR} without a response), {@code outcome} and {@code exception} (the simple name
 * of its class, or {@code none}); timers also have {@code error}, which is the same as {@code
 * exception}. The meters have names of their own, because a registry such as Prometheus' allows
 * only one set of tags for a name. Where an {@link ObservationListener} of the same client makes
 * the timers of requests and calls, this leaves them out.
 */
public final class MicrometerListener implements ClientListener {
  private static final String PREFIX = "thrive.client.";

  /** By registry and host: a registry has one gauge of a host, whatever listeners it has. */
  private static final Map<MeterRegistry, Map<String, Set<RequestQueue>>> QUEUES =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final MeterRegistry registry;

  private MicrometerListener(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Creates a listener that records into a registry.
   *
   * @param registry the registry of the meters
   * @return the listener
   */
  @SuppressWarnings("exports") // A module that names a registry requires Micrometer itself.
  public static MicrometerListener of(MeterRegistry registry) {
    return new MicrometerListener(Objects.requireNonNull(registry, "registry"));
  }

  @Override
  public void onOpen(RequestQueue queue) {
    QUEUES
        .computeIfAbsent(registry, any -> new ConcurrentHashMap<>())
        .computeIfAbsent(queue.host(), this::newGauges)
        .add(queue);
  }

  private Set<RequestQueue> newGauges(String host) {
    Set<RequestQueue> ofHost =
        Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    Gauge.builder(PREFIX + "queue.length", ofHost, all -> sum(all, RequestQueue::length))
        .description("Requests that wait until they may leave")
        .tag("client.name", host)
        .strongReference(true)
        .register(registry);
    Gauge.builder(PREFIX + "rate", ofHost, MicrometerListener::rate)
        .description("Requests that may leave per second; NaN if they are not paced")
        .tag("client.name", host)
        .strongReference(true)
        .register(registry);
    return ofHost;
  }

  /** Several clients with one host are one in metrics. */
  private static double rate(Set<RequestQueue> all) {
    double rate = sum(all, queue -> queue.requestsPerSecond().orElse(0));
    return rate > 0 ? rate : Double.NaN;
  }

  private static double sum(Set<RequestQueue> all, ToDoubleFunction<RequestQueue> figure) {
    synchronized (all) {
      return all.stream().mapToDouble(figure).sum();
    }
  }

  @Override
  public void onRequest(RequestEvent event) {
    if (event.call().operation() == Operation.LIST_MEMBERS) {
      Timer.builder(PREFIX + "queue.time")
          .description("Time that requests waited until they could leave")
          .tag("client.name", event.call().host())
          .register(registry)
          .record(event.queued());
    }
    if (!TimedCalls.containsRequest(event.call(), event.attempt())) {
      time(
          "requests",
          "Requests that were sent, each attempt on its own",
          event.call(),
          event.status(),
          event.failure(),
          event.duration());
    }
  }

  @Override
  public void onCall(CallEvent event) {
    if (!TimedCalls.contains(event.call())) {
      time(
          "calls",
          "Calls, including all their attempts and waits",
          event.call(),
          event.status(),
          event.failure(),
          event.duration());
    }
  }

  @Override
  public void onRetry(RetryEvent event) {
    Counter.builder(PREFIX + "retries")
        .description("Retries")
        .tags(all(event.call(), event.status(), event.failure()))
        .register(registry)
        .increment();
  }

  @Override
  public void onThrottled(ThrottledEvent event) {
    if (event.begins()) {
      count("throttled", "Times that throttling began", event.call(), 1);
    }
  }

  @Override
  public void onPage(PageEvent event) {
    count("pages", "Pages of members that were read", event.call(), 1);
    count("members", "Members on the pages that were read", event.call(), event.members());
  }

  private void count(String name, String description, CallInfo call, int amount) {
    Counter.builder(PREFIX + name)
        .description(description)
        .tag("client.name", call.host())
        .register(registry)
        .increment(amount);
  }

  /** Where an observation is timed, its timer has the same name. */
  private void time(
      String name,
      String description,
      CallInfo call,
      @Nullable Integer status,
      @Nullable Throwable failure,
      Duration duration) {
    Timer.builder(PREFIX + name)
        .description(description)
        .tags(all(call, status, failure))
        .tag("error", HttpTags.exception(failure))
        .register(registry)
        .record(duration);
  }

  private static Tags all(CallInfo call, @Nullable Integer status, @Nullable Throwable failure) {
    return Stream.of(HttpTags.ofCall(call), HttpTags.ofOutcome(status, failure))
        .flatMap(tags -> tags.entrySet().stream())
        .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
        .collect(Collectors.collectingAndThen(Collectors.toList(), Tags::of));
  }
}
