package io.github.thriveaudience.internal;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import java.net.http.HttpRequest;
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

/**
 * Feign's transport over the JDK's HTTP client. A call ends when the whole body is there, so that
 * one timeout and one interruption cover all of it, and a body that breaks off is no answer.
 *
 * <p>It is used in place of feign-java11's {@code Http2Client}, which silently replaces a given
 * {@code HttpClient} that has no connect timeout, and bounds the wait for the headers only.
 */
final class JdkTransport implements Client {
  private final Connection connection;

  JdkTransport(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    Arrival arrival = new Arrival(connection.limits().maxResponseSize());
    SentOnce body = new SentOnce(Requests.body(request), connection.connecting());
    try {
      Answer answer = await(sent(request, body, arrival), arrival);
      noteHead(answer.head());
      return response(request, answer.head(), answer.body());
    } catch (ThriveInterruptedException e) {
      throw e;
    } catch (ThriveConnectionException | MalformedResponseException e) {
      ResponseInfo head = arrival.head();
      if (head != null) {
        noteHead(head);
      }
      if (head == null || Arrival.isSuccess(head)) {
        throw e;
      }
      return response(request, head, new Pieces());
    } finally {
      body.end();
    }
  }

  private CompletableFuture<? extends HttpResponse<?>> sent(
      Request request, SentOnce body, Arrival arrival) {
    // An authenticator works by sending again what a proxy has turned down.
    boolean once = connection.http().authenticator().isEmpty();
    HttpRequest translated = Requests.translated(request, once ? body : Requests.body(request));
    OngoingCall.current().sending();
    try {
      return connection.send(translated, arrival);
    } catch (RuntimeException e) {
      if (connection.isClosed()) {
        throw Connection.closed();
      }
      // Of a proxy selector or an executor that the user's HTTP client was given.
      throw new FinalFailure(TransportFailures.noAnswer(call(), e));
    }
  }

  private static void noteHead(ResponseInfo head) {
    OngoingCall call = OngoingCall.current();
    call.answered(head);
    HeaderLog.received(call.info(), head.headers());
  }

  private static Response response(Request request, ResponseInfo head, Pieces body) {
    Map<String, Collection<String>> headers = new LinkedHashMap<>(head.headers().map());
    return Response.builder()
        .request(request)
        .status(head.statusCode())
        .headers(headers)
        .body(body, body.available())
        .build();
  }

  private Answer await(CompletableFuture<? extends HttpResponse<?>> sent, Arrival arrival) {
    Duration longest = OngoingCall.atMost(connection.limits().requestTimeout());
    connection.begin(sent);
    try {
      return arrival.whole(sent).get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw TransportFailures.tooLate(call(), longest);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw TransportFailures.interrupted(call(), e);
    } catch (CancellationException e) {
      throw Connection.closed();
    } catch (ExecutionException e) {
      throw failure(Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      connection.finish(sent);
    }
  }

  private RuntimeException failure(Throwable cause) {
    return connection.isClosed() ? Connection.closed() : TransportFailures.of(call(), cause);
  }

  private static Call call() {
    return OngoingCall.current().call();
  }
}
