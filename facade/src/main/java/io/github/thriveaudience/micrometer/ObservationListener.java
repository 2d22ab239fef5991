package io.github.thriveaudience.micrometer;

import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.ListingEvent;
import io.github.thriveaudience.event.ListingInfo;
import io.github.thriveaudience.event.OutgoingRequest;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.internal.call.AnonymousFailure;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a client does into Micrometer observations, and so into the spans of a trace.
 * Thread-safe; one listener may serve several clients.
 *
 * <pre>{@code
 * var thrive = AudienceMembersClient.builder()
 *     .environment(ThriveEnvironment.PRODUCTION)
 *     .credentials(Credentials.basic(tenantId, apiSecret))
 *     .addListener(ObservationListener.of(observationRegistry))
 *     .build();
 * }</pre>
 *
 * <table>
 *   <caption>The observations</caption>
 *   <tr><th>name</th><th>what it observes</th><th>parent</th></tr>
 *   <tr><td>{@code thrive.client.listings}</td><td>a listing, from its first request to its last
 *       page</td><td>the observation that is current on the thread that reads</td></tr>
 *   <tr><td>{@code thrive.client.calls}</td><td>a call, including all its attempts and waits: one
 *       for each page, and one for each token</td><td>the listing; for a single page and a token
 *       the observation that is current on the thread</td></tr>
 *   <tr><td>{@code thrive.client.requests}</td><td>a request, each attempt on its own</td><td>the
 *       call</td></tr>
 * </table>
 *
 * <p>Requests carry the headers that the tracer writes, such as {@code traceparent} or {@code b3}.
 * Calls and requests have the tags and values of Spring's {@code http.client.requests}, as those of
 * {@link MicrometerListener} do. No name and no tag has an audience or personal data; the exception
 * of an observation has neither, too: its message is a general one. The correlation id and the
 * request id are high-cardinality tags.
 *
 * <p>If the registry has a handler that makes meters, the observations are timers of their names. A
 * {@link MicrometerListener} of the same client then leaves out its own timers of these names, and
 * counts and measures the rest.
 *
 * <p>A predicate of the registry can disable each observation by its name. The others then have the
 * parent of the disabled one. Without {@code thrive.client.requests}, requests carry no headers of
 * the tracer.
 */
public final class ObservationListener implements ClientListener {
  private static final String PREFIX = "thrive.client.";

  /** Where a handler keeps the timer of an observation; null without Micrometer's meters. */
  private static final @Nullable Object TIMER = timer();

  private final ObservationRegistry registry;

  private ObservationListener(ObservationRegistry registry) {
    this.registry = registry;
  }

  /**
   * Creates a listener that observes by a registry.
   *
   * @param registry the registry, with the handlers for traces and meters
   * @return the listener
   */
  @SuppressWarnings("exports") // A module that names a registry requires Micrometer itself.
  public static ObservationListener of(ObservationRegistry registry) {
    return new ObservationListener(Objects.requireNonNull(registry, "registry"));
  }

  /** A tracer brings Micrometer's observations, but not its meters. */
  private static @Nullable Object timer() {
    try {
      return Timer.Sample.class;
    } catch (LinkageError e) {
      return null;
    }
  }

  @Override
  public Span<ListingEvent> startListing(ListingInfo listing) {
    Observation observation = create("listings", new Observation.Context(), Span.none());
    if (observation == null) {
      return Span.none();
    }
    observation.contextualName("thrive read audience");
    observation.lowCardinalityKeyValue(HttpTags.CLIENT_NAME, listing.host());
    return new ObservedListing(start(observation, Span.none()));
  }

  @Override
  public Span<CallEvent> startCall(CallInfo call, Span<?> listing) {
    Observation observation = create("calls", new Observation.Context(), listing);
    if (observation == null) {
      return disabled(listing);
    }
    observation.contextualName(inWords(call));
    observation.highCardinalityKeyValue("thrive.correlation.id", call.correlationId());
    addTags(observation, HttpTags.ofCall(call));
    start(observation, listing);
    if (isTimed(observation)) {
      TimedCalls.add(call);
    }
    return new ObservedCall(observation);
  }

  private static boolean isTimed(Observation observation) {
    return TIMER != null && observation.getContext().containsKey(TIMER);
  }

  private static String inWords(CallInfo call) {
    return "thrive " + call.operation().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  @Override
  public Span<RequestEvent> startRequest(OutgoingRequest request, Span<?> call) {
    Observation observation = create("requests", senderContext(request), call);
    if (observation == null) {
      return Span.none();
    }
    String method = request.call().operation().method();
    observation.contextualName("http " + method.toLowerCase(Locale.ROOT));
    observation.highCardinalityKeyValue("thrive.attempt", Integer.toString(request.attempt()));
    addTags(observation, HttpTags.ofCall(request.call()));
    start(observation, call);
    if (isTimed(observation)) {
      TimedCalls.addRequest(request.call(), request.attempt());
    }
    return new ObservedRequest(observation);
  }

  private static Observation.Context senderContext(OutgoingRequest request) {
    RequestReplySenderContext<OutgoingRequest, RequestEvent> context =
        new RequestReplySenderContext<>(
            (carrier, name, value) -> {
              if (carrier != null) {
                carrier.setHeader(name, value);
              }
            });
    context.setCarrier(request);
    context.setRemoteServiceName("thrive");
    context.setRemoteServiceAddress(request.call().host());
    return context;
  }

  /** An observation, or null if a predicate of the registry disables it. */
  private @Nullable Observation create(String name, Observation.Context context, Span<?> parent) {
    Observation observation = Observation.createNotStarted(PREFIX + name, () -> context, registry);
    if (observation.getContext() != context) {
      return null;
    }
    if (parent instanceof Observed<?> observed) {
      observation.parentObservation(observed.observation);
    }
    return observation;
  }

  /** The parent takes the place of a call that is not observed, or the trace would break there. */
  private static Span<CallEvent> disabled(Span<?> parent) {
    return parent instanceof Observed<?> observed
        ? new Disabled(observed.observation)
        : Span.none();
  }

  /** A tracer prefers the span that is current on the thread to the one of the parent. */
  private static Observation start(Observation observation, Span<?> parent) {
    Span.Scope current = parent.makeCurrent();
    try {
      return observation.start();
    } finally {
      current.close();
    }
  }

  private static void addTags(Observation observation, Map<String, String> tags) {
    tags.forEach(observation::lowCardinalityKeyValue);
  }

  /** An observation as a span. */
  private abstract static class Observed<E> implements Span<E> {
    final Observation observation;

    Observed(Observation observation) {
      this.observation = observation;
    }

    @Override
    public Scope makeCurrent() {
      return observation.openScope()::close;
    }

    void stop(@Nullable Throwable failure) {
      try {
        if (failure != null) {
          observation.error(AnonymousFailure.of(failure));
        }
      } finally {
        observation.stop();
      }
    }
  }

  private static final class Disabled extends Observed<CallEvent> {
    Disabled(Observation parent) {
      super(parent);
    }

    @Override
    public void end(CallEvent event) {}
  }

  private static final class ObservedListing extends Observed<ListingEvent> {
    ObservedListing(Observation observation) {
      super(observation);
    }

    @Override
    public void end(ListingEvent event) {
      Throwable failure = event.failure();
      observation.lowCardinalityKeyValue(HttpTags.EXCEPTION, HttpTags.exception(failure));
      observation.highCardinalityKeyValue("thrive.pages", Integer.toString(event.pages()));
      observation.highCardinalityKeyValue("thrive.members", Long.toString(event.members()));
      stop(failure);
    }
  }

  private static final class ObservedCall extends Observed<CallEvent> {
    ObservedCall(Observation observation) {
      super(observation);
    }

    @Override
    public void end(CallEvent event) {
      TimedCalls.remove(event.call());
      observation.highCardinalityKeyValue("thrive.attempts", Integer.toString(event.attempts()));
      addTags(observation, HttpTags.ofOutcome(event.status(), event.failure()));
      stop(event.failure());
    }
  }

  private static final class ObservedRequest extends Observed<RequestEvent> {
    ObservedRequest(Observation observation) {
      super(observation);
    }

    @Override
    public void end(RequestEvent event) {
      TimedCalls.removeRequest(event.call(), event.attempt());
      String id = event.requestId();
      if (id != null) {
        observation.highCardinalityKeyValue("thrive.request.id", id);
      }
      addTags(observation, HttpTags.ofOutcome(event.status(), event.failure()));
      stop(event.failure());
    }
  }
}
