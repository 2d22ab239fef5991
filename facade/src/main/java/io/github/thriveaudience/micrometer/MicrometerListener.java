package io.github.thriveaudience.micrometer;

import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes metrics of what a client does. Thread-safe; one may serve several clients.
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
 *   <tr><th>name</th><th>type</th><th>what it counts</th><th>tags</th></tr>
 *   <tr><td>{@code thrive.client.requests}</td><td>timer</td><td>requests that were sent, each
 *       attempt by itself</td><td>all</td></tr>
 *   <tr><td>{@code thrive.client.calls}</td><td>timer</td><td>calls, with all their attempts and
 *       waits: one for each page, and one for each token</td><td>all</td></tr>
 *   <tr><td>{@code thrive.client.retries}</td><td>counter</td><td>attempts that were repeated, by
 *       what they had failed with</td><td>all</td></tr>
 *   <tr><td>{@code thrive.client.pauses}</td><td>counter</td><td>orders of the server to wait</td>
 *       <td>{@code client.name}</td></tr>
 *   <tr><td>{@code thrive.client.pages}</td><td>counter</td><td>pages that came</td><td>{@code
 *       client.name}</td></tr>
 *   <tr><td>{@code thrive.client.members}</td><td>counter</td><td>members on these pages</td>
 *       <td>{@code client.name}</td></tr>
 * </table>
 *
 * <p>The tags and their values are those by which Spring describes {@code http.client.requests}:
 * {@code client.name} (the host), {@code method}, {@code uri} (the template of the path), {@code
 * status} ({@code CLIENT_ERROR} without an answer), {@code outcome} and {@code exception} (the
 * simple name of its class, or {@code none}). The name is another one, since a registry such as
 * that of Prometheus takes only one set of tags for a name.
 */
public final class MicrometerListener implements ClientListener {
  private static final String PREFIX = "thrive.client.";

  private final MeterRegistry registry;

  private MicrometerListener(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * A listener that records into a registry.
   *
   * @param registry where the meters are kept
   * @return the listener
   */
  @SuppressWarnings("exports") // A module that names a registry requires Micrometer itself.
  public static MicrometerListener of(MeterRegistry registry) {
    return new MicrometerListener(Objects.requireNonNull(registry, "registry"));
  }

  @Override
  public void onRequest(RequestEvent event) {
    Timer.builder(PREFIX + "requests")
        .description("Requests that were sent, each attempt by itself")
        .tags(all(event.call(), event.status(), event.failure()))
        .register(registry)
        .record(event.duration());
  }

  @Override
  public void onCall(CallEvent event) {
    Timer.builder(PREFIX + "calls")
        .description("Calls, with all their attempts and waits")
        .tags(all(event.call(), event.status(), event.failure()))
        .register(registry)
        .record(event.duration());
  }

  @Override
  public void onRetry(RetryEvent event) {
    Counter.builder(PREFIX + "retries")
        .description("Attempts that were repeated")
        .tags(all(event.call(), event.status(), event.failure()))
        .register(registry)
        .increment();
  }

  @Override
  public void onThrottled(ThrottledEvent event) {
    count("pauses", "Orders of the server to wait", event.call(), 1);
  }

  @Override
  public void onPage(PageEvent event) {
    count("pages", "Pages of members that came", event.call(), 1);
    count("members", "Members on the pages that came", event.call(), event.members());
  }

  private void count(String name, String description, CallInfo call, int amount) {
    Counter.builder(PREFIX + name)
        .description(description)
        .tag("client.name", call.host())
        .register(registry)
        .increment(amount);
  }

  private static Tags all(CallInfo call, @Nullable Integer status, @Nullable Throwable failure) {
    return Tags.of(
        "client.name", call.host(),
        "method", call.operation().method(),
        "uri", call.operation().pathTemplate(),
        "status", status == null ? "CLIENT_ERROR" : status.toString(),
        "outcome", outcome(status, failure),
        "exception", failure == null ? "none" : name(failure.getClass()));
  }

  private static String name(Class<?> type) {
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }

  /** A success that could not be used is none. */
  private static String outcome(@Nullable Integer status, @Nullable Throwable failure) {
    if (status == null || (status < 300 && failure != null)) {
      return "UNKNOWN";
    }
    return switch (status / 100) {
      case 1 -> "INFORMATIONAL";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }
}
