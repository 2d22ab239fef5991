package io.github.thriveaudience.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Limits;
import io.github.thriveaudience.internal.call.NonRetryableException;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.call.Unchanged;
import io.github.thriveaudience.internal.http.JdkFailures.Kind;
import io.github.thriveaudience.internal.http.ResponseCapture.CapturedResponse;
import io.github.thriveaudience.internal.response.ByteBufferInputStream;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Feign's transport over the JDK's HTTP client. A request ends when the whole body has arrived, so
 * that one timeout and one interruption cover all of it, and a truncated body is no response.
 *
 * <p>It is used in place of feign-java11's {@code Http2Client}, which silently replaces a given
 * {@code HttpClient} that has no connect timeout, and bounds the wait for the headers only.
 */
final class JdkTransport implements Client, AutoCloseable {
  /** Null once this is closed: on Java 17 an HTTP client ends when it is unreachable. */
  private volatile @Nullable HttpClient http;

  private final boolean owned;
  private final Limits limits;
  private final Lifetime lifetime;
  private final @Nullable String proxyAuthorization;
  private final ResponseHeads heads;
  private final RequestsInFlight inFlight;
  private final Executor senders;

  /**
   * A request over HTTP/2 that timed out. The JDK keeps using its connection even if packets are
   * lost, so the next requests go over HTTP/1.1 and get another one.
   */
  private final RecentOccurrence silence;

  /**
   * A transport.
   *
   * @param http follows no redirects
   * @param owned whether the HTTP client ends with this
   * @param senders send the requests, in the context of the call
   * @param proxyAuthorization the header for the HTTP client's proxy, or null
   * @param heads notes the heads of responses
   */
  JdkTransport(
      HttpClient http,
      boolean owned,
      Limits limits,
      Time time,
      Lifetime lifetime,
      Executor senders,
      @Nullable String proxyAuthorization,
      ResponseHeads heads) {
    this.http = http;
    this.owned = owned;
    this.limits = limits;
    this.lifetime = lifetime;
    this.proxyAuthorization = proxyAuthorization;
    this.senders = senders;
    this.heads = heads;
    this.inFlight = new RequestsInFlight(lifetime);
    this.silence = new RecentOccurrence(time);
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    CallContext call = CallContext.of(options);
    ResponseCapture capture = new ResponseCapture(limits.maxResponseSize());
    try {
      CapturedResponse response = await(request, capture, call);
      heads.note(response.head(), call);
      return response(request, response.head(), response.body());
    } catch (ThriveInterruptedException e) {
      throw e;
    } catch (ThriveConnectionException | MalformedResponseException e) {
      ResponseInfo head = capture.head();
      if (head != null) {
        heads.note(head, call);
      }
      if (head == null || ResponseCapture.isSuccess(head)) {
        throw e;
      }
      return response(request, head, new ByteBufferInputStream());
    }
  }

  private static Response response(Request request, ResponseInfo head, ByteBufferInputStream body) {
    Map<String, Collection<String>> headers = new LinkedHashMap<>(head.headers().map());
    return Response.builder()
        .request(request)
        .status(head.statusCode())
        .headers(headers)
        .body(body, body.available())
        .build();
  }

  private CapturedResponse await(Request request, ResponseCapture capture, CallContext call) {
    Duration timeout = Collections.min(List.of(limits.requestTimeout(), call.left()));
    HttpClient open = open();
    boolean http2 = mayGoOverHttp2(request, open);
    CompletableFuture<CapturedResponse> response = capture.response();
    call.sending();
    send(RequestTranslator.translated(request, !http2, proxyAuthorization), capture, open);
    inFlight.add(response);
    try {
      return response.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      response.cancel(true);
      throw timedOut(timeout, http2, call);
    } catch (InterruptedException e) {
      response.cancel(true);
      Thread.currentThread().interrupt();
      throw new TransportFailures(call.call(), null).interrupted(e);
    } catch (CancellationException e) {
      throw lifetime.closed();
    } catch (ExecutionException e) {
      return failed(Objects.requireNonNullElse(e.getCause(), e), capture, open, call);
    } finally {
      inFlight.remove(response);
    }
  }

  private HttpClient open() {
    HttpClient open = http;
    if (open == null) {
      throw lifetime.closed();
    }
    return open;
  }

  /** Without TLS it would need the upgrade that RFC 9113 (section 3.1) has made obsolete. */
  private boolean mayGoOverHttp2(Request request, HttpClient open) {
    return RequestTranslator.isTls(request)
        && open.version() == Version.HTTP_2
        && !silence.isNoted();
  }

  /**
   * Sends a request on another thread, since resolving a host name cannot be interrupted.
   * Cancelling the response interrupts that thread, which ends the request.
   */
  private void send(HttpRequest request, ResponseCapture capture, HttpClient open) {
    SenderTask sender =
        new SenderTask(
            () -> {
              requireExecutor(open);
              capture.returned(open.send(request, capture));
            },
            capture);
    senders.execute(sender);
    CompletableFuture<?> unused =
        capture
            .response()
            .whenComplete(
                (response, failure) -> {
                  if (failure instanceof CancellationException) {
                    sender.cancel(true);
                  }
                });
  }

  /** A given HTTP client never returns if its executor was shut down. */
  private void requireExecutor(HttpClient open) {
    if (!owned) {
      open.executor().ifPresent(executor -> executor.execute(() -> {}));
    }
  }

  private ThriveTimeoutException timedOut(Duration timeout, boolean http2, CallContext call) {
    if (http2) {
      silence.note();
    }
    return new TransportFailures(call.call(), null).timedOut(timeout, http2);
  }

  /** Throws the exception for a failure, or returns what the JDK keeps of a proxy's response. */
  private CapturedResponse failed(
      Throwable cause, ResponseCapture capture, HttpClient open, CallContext call) {
    if (cause instanceof SenderTask.NotRunException notRun) {
      // What a decorator of tasks threw is no failure of the request.
      throw Unchanged.thrown(Objects.requireNonNull(notRun.getCause()));
    }
    if (cause instanceof Error error) {
      throw error;
    }
    lifetime.requireOpen();
    if (cause instanceof RuntimeException ofClient) {
      throw new NonRetryableException(
          new TransportFailures(call.call(), null).ofGivenClient(ofClient));
    }
    InetSocketAddress proxy = Proxies.between(open, call.call().endpoint().baseUri());
    if (proxy != null && JdkFailures.kind(cause) == Kind.PROXY_CREDENTIALS) {
      return ResponseCapture.proxyAuthenticationRequired();
    }
    throw new TransportFailures(call.call(), proxy).of(cause, capture.head() != null);
  }

  /** The number of requests in flight. */
  int inFlight() {
    return inFlight.count();
  }

  /** Ends all requests, and the HTTP client if it is owned. */
  @Override
  public void close() {
    inFlight.cancelAll();
    HttpClient last = http;
    http = null;
    if (owned && last != null) {
      shutDown(last);
    }
  }

  /** An HTTP client can be shut down from Java 21 on. */
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
