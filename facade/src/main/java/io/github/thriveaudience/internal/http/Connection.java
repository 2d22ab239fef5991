package io.github.thriveaudience.internal.http;

import feign.Feign;
import feign.Retryer;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.internal.call.ContextExecutor;
import io.github.thriveaudience.internal.call.HeaderSource;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Limits;
import io.github.thriveaudience.internal.call.RetryExecutor;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.log.CompositeListener;
import io.github.thriveaudience.internal.request.BodyEncoder;
import io.github.thriveaudience.internal.response.ErrorResponseDecoder;
import io.github.thriveaudience.internal.response.StrictJsonDecoder;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What all calls of a client share: the transport, the retries, the clock and the lifetime. */
public final class Connection implements AutoCloseable {
  private final Limits limits;
  private final Time time;
  private final Lifetime lifetime;
  private final ClientListener events;
  private final UnaryOperator<Runnable> taskDecorator;
  private final RetryExecutor retries;
  private final JdkTransport transport;
  private final GivenHeaders given;

  /**
   * A connection that adds no headers of users, and leaves tasks as they are.
   *
   * @param http follows no redirects
   * @param owned whether the HTTP client ends with this
   * @param listeners are notified of requests, retries and calls
   * @param proxyAuthorization the header for the HTTP client's proxy, or null
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
    this(
        http,
        owned,
        limits,
        time,
        listeners,
        proxyAuthorization,
        lifetime,
        new HeaderSettings(),
        UnaryOperator.identity());
  }

  /**
   * A connection.
   *
   * @param headers that users set or want to see; not changed any more
   * @param taskDecorator carries the context of a thread to those that work for it
   */
  public Connection(
      HttpClient http,
      boolean owned,
      Limits limits,
      Time time,
      List<ClientListener> listeners,
      @Nullable String proxyAuthorization,
      Lifetime lifetime,
      HeaderSettings headers,
      UnaryOperator<Runnable> taskDecorator) {
    this.given = headers.given();
    this.limits = limits;
    this.time = time;
    this.lifetime = lifetime;
    this.taskDecorator = taskDecorator;
    this.events = new CompositeListener(listeners);
    this.retries = new RetryExecutor(limits, time, lifetime, events);
    this.transport =
        new JdkTransport(
            http,
            owned,
            limits,
            time,
            lifetime,
            new ContextExecutor(DaemonThreads.pool("thrive-request"), taskDecorator),
            proxyAuthorization,
            new ResponseHeads(headers.exposed(), new DeprecationLog(time)));
  }

  /**
   * A builder of the generated interfaces, which lacks a target.
   *
   * @param authentication adds the credentials to each request
   */
  public Feign.Builder feign(HeaderSource authentication) {
    return Feign.builder()
        .client(
            new HeadersClient(
                new ObservedClient(transport, time, events),
                // The credentials come last: no other header replaces them.
                List.of(new StandardHeaders(), given, authentication)))
        .retryer(Retryer.NEVER_RETRY)
        .encoder(new BodyEncoder())
        // Otherwise any 2xx would be a success of a method that returns nothing.
        .decodeVoid()
        .decoder(new StrictJsonDecoder(limits.maxResponseSize()))
        .errorDecoder(new ErrorResponseDecoder(time));
  }

  /** The maximum time of one call. */
  public Duration callTimeout() {
    return limits.callTimeout();
  }

  /** Makes calls and retries them. */
  public RetryExecutor retries() {
    return retries;
  }

  /** The listeners that were given, and the log. */
  public ClientListener events() {
    return events;
  }

  /** Carries the context of a thread to those that work for it. */
  public UnaryOperator<Runnable> taskDecorator() {
    return taskDecorator;
  }

  /** The clock. */
  public Time time() {
    return time;
  }

  /** Whether this is open or closed. */
  public Lifetime lifetime() {
    return lifetime;
  }

  /**
   * Checks that the calling thread can make a call.
   *
   * @throws IllegalStateException if this is closed
   * @throws io.github.thriveaudience.error.SupplierFailedException if it is in the supplier of a
   *     header of such a call
   */
  public void requireUsable() {
    lifetime.requireOpen();
    given.requireOutside();
  }

  /** The number of requests in flight. */
  int inFlight() {
    return transport.inFlight();
  }

  /** Ends every wait and every request, and closes the HTTP client if it is owned. */
  @Override
  public void close() {
    lifetime.end();
    retries.close();
    transport.close();
  }
}
