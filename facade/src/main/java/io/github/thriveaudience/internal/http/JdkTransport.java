package io.github.thriveaudience.internal.http;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.NonRetryableException;
import io.github.thriveaudience.internal.http.JdkFailures.Kind;
import java.net.InetSocketAddress;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Feign's transport over the JDK's HTTP client. A call ends when the whole body is there, so that
 * one timeout and one interruption cover all of it, and a body that breaks off is no answer.
 *
 * <p>It is used in place of feign-java11's {@code Http2Client}, which silently replaces a given
 * {@code HttpClient} that has no connect timeout, and bounds the wait for the headers only.
 */
final class JdkTransport implements Client {
  /** Measured: 17 sends {@code Content-Length: 0} with any GET, 25 with one that has a body. */
  private static final boolean LENGTH_OF_ANY_GET = Runtime.version().feature() < 19;

  private final Connection connection;

  JdkTransport(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    ResponseCapture arrival = new ResponseCapture(connection.limits().maxResponseSize());
    boolean http2 = mayGoOverHttp2(request);
    SentOnce body = new SentOnce(RequestTranslator.body(request));
    HttpRequest translated =
        RequestTranslator.translated(
            request, body(request, body, http2), !http2, connection.proxyAuthorization());
    try {
      CapturedResponse answer = await(sent(translated, arrival), arrival, http2);
      noteHead(answer.head());
      return response(request, answer.head(), answer.body());
    } catch (ThriveInterruptedException e) {
      throw e;
    } catch (ThriveConnectionException | MalformedResponseException e) {
      ResponseInfo head = arrival.head();
      if (head != null) {
        noteHead(head);
      }
      if (head == null || ResponseCapture.isSuccess(head)) {
        throw e;
      }
      return response(request, head, new ByteBufferInputStream());
    } finally {
      body.end();
    }
  }

  /** Without TLS it would need the upgrade that RFC 9113 (section 3.1) has made obsolete. */
  private boolean mayGoOverHttp2(Request request) {
    return RequestTranslator.isTls(request)
        && connection.http().version() == Version.HTTP_2
        && !connection.silence().isNoted();
  }

  /**
   * What keeps the JDK from sending a GET again by itself, or null for a GET as it is. An
   * authenticator works by sending again, and over HTTP/2 the JDK does so with what was not
   * processed. Over TLS the second try can tell of an alert that the first one lost, such as that
   * of a server that wants a client certificate. The guard costs the header {@code Content-Length:
   * 0}, so that a GET goes without where the JDK sends none, until a connection was closed and each
   * request would arrive twice at a server that is dead already.
   */
  private @Nullable BodyPublisher body(Request request, SentOnce once, boolean http2) {
    boolean plain = RequestTranslator.isPlainGet(request);
    boolean costsNothing = !plain || LENGTH_OF_ANY_GET;
    if (!http2
        && !RequestTranslator.isTls(request)
        && connection.http().authenticator().isEmpty()
        && (costsNothing || connection.breaks().isNoted())) {
      return once;
    }
    return plain ? null : RequestTranslator.body(request);
  }

  private CompletableFuture<? extends HttpResponse<?>> sent(
      HttpRequest request, ResponseCapture arrival) {
    CallContext.current().sending();
    try {
      return connection.send(request, arrival);
    } catch (RuntimeException e) {
      if (connection.isClosed()) {
        throw connection.closed();
      }
      // Of a proxy selector or an executor that the user's HTTP client was given.
      throw new NonRetryableException(new TransportFailures(call(), null).noAnswer(e));
    }
  }

  private static void noteHead(ResponseInfo head) {
    CallContext call = CallContext.current();
    call.answered(head);
    HeaderLog.received(call.info(), head.headers());
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

  private CapturedResponse await(
      CompletableFuture<? extends HttpResponse<?>> sent, ResponseCapture arrival, boolean http2) {
    Duration longest = CallContext.atMost(connection.limits().requestTimeout());
    connection.begin(sent);
    try {
      return arrival.whole(sent).get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw tooLate(longest, http2);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new TransportFailures(call(), null).interrupted(e);
    } catch (CancellationException e) {
      throw connection.closed();
    } catch (ExecutionException e) {
      return failed(Objects.requireNonNullElse(e.getCause(), e), arrival);
    } finally {
      connection.finish(sent);
    }
  }

  private ThriveTimeoutException tooLate(Duration longest, boolean http2) {
    if (http2) {
      connection.silence().note();
    }
    return new TransportFailures(call(), null).tooLate(longest, http2);
  }

  /** What becomes of a failure: an exception, or what the JDK keeps of a proxy's answer. */
  private CapturedResponse failed(Throwable cause, ResponseCapture arrival) {
    if (connection.isClosed()) {
      throw connection.closed();
    }
    Kind kind = JdkFailures.kind(cause);
    InetSocketAddress proxy = Proxies.between(connection.http(), call().target().baseUri());
    if (kind == Kind.PROXY_CREDENTIALS && proxy != null) {
      return ResponseCapture.proxyAuthenticationRequired();
    }
    if (kind == Kind.CLOSED || kind == Kind.HANDSHAKE_CLOSED) {
      connection.breaks().note();
    }
    throw new TransportFailures(call(), proxy).of(cause, arrival.head() != null);
  }

  private static CallDescription call() {
    return CallContext.current().call();
  }
}
