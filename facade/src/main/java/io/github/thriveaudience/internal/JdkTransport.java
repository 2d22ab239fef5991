package io.github.thriveaudience.internal;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Feign's transport over the JDK's HTTP client. A call ends when the whole body is there, so that
 * one timeout and one interruption cover all of it, and a body that breaks off is no answer.
 *
 * <p>It is used in place of feign-java11's {@code Http2Client}, which silently replaces a given
 * {@code HttpClient} that has no connect timeout, and bounds the wait for the headers only.
 */
final class JdkTransport implements Client {
  private final Connection connection;
  private final Function<Request, Call> calls;

  /**
   * A transport.
   *
   * @param calls says what messages call a request
   */
  JdkTransport(Connection connection, Function<Request, Call> calls) {
    this.connection = connection;
    this.calls = calls;
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    Arrival arrival = new Arrival(connection.limits().maxResponseSize());
    try {
      HttpResponse<byte[]> answer = await(sent(request, arrival), request);
      return response(request, answer.statusCode(), answer.headers(), answer.body());
    } catch (ThriveInterruptedException e) {
      throw e;
    } catch (ThriveConnectionException | MalformedResponseException e) {
      ResponseInfo error = arrival.error();
      if (error == null) {
        throw e;
      }
      return response(request, error.statusCode(), error.headers(), new byte[0]);
    }
  }

  private CompletableFuture<HttpResponse<byte[]>> sent(Request request, Arrival arrival) {
    HttpClient http = connection.http();
    HttpRequest translated = translated(request, http.authenticator().isEmpty());
    Deadline.sending();
    try {
      return http.sendAsync(translated, arrival);
    } catch (RuntimeException e) {
      // Of a proxy selector or an executor that the user's HTTP client was given.
      throw new FinalFailure(TransportFailures.noAnswer(calls.apply(request), e));
    }
  }

  private static Response response(
      Request request, int status, HttpHeaders headers, byte[] body) {
    Map<String, Collection<String>> copy = new LinkedHashMap<>(headers.map());
    return Response.builder().request(request).status(status).headers(copy).body(body).build();
  }

  /** An authenticator works by sending again what a proxy has turned down. */
  private static HttpRequest translated(Request request, boolean once) {
    BodyPublisher body = once ? new SentOnce(body(request)) : body(request);
    HttpRequest.Builder translated =
        HttpRequest.newBuilder(URI.create(request.url()))
            .method(request.httpMethod().name(), body);
    request.headers().forEach((name, values) -> add(translated, name, values));
    return overTlsOrHttp1(translated, request);
  }

  private static BodyPublisher body(Request request) {
    return request.body() == null
        ? BodyPublishers.noBody()
        : BodyPublishers.ofByteArray(request.body());
  }

  private static void add(HttpRequest.Builder request, String name, Collection<String> values) {
    // The JDK computes the length itself and refuses to be told.
    if (!name.equalsIgnoreCase("Content-Length")) {
      values.forEach(value -> request.header(name, value));
    }
  }

  private static HttpRequest overTlsOrHttp1(HttpRequest.Builder translated, Request request) {
    // Without TLS, HTTP/2 would need the upgrade that RFC 9113 (section 3.1) has made obsolete.
    return request.url().startsWith("https:")
        ? translated.build()
        : translated.version(HttpClient.Version.HTTP_1_1).build();
  }

  private HttpResponse<byte[]> await(
      CompletableFuture<HttpResponse<byte[]>> answer, Request request) {
    Duration longest = Deadline.atMost(connection.limits().requestTimeout());
    connection.begin(answer);
    try {
      return answer.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw TransportFailures.tooLate(calls.apply(request), longest);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw TransportFailures.interrupted(calls.apply(request), e);
    } catch (CancellationException e) {
      throw Connection.closed();
    } catch (ExecutionException e) {
      throw failure(request, e.getCause());
    } finally {
      connection.finish(answer);
    }
  }

  private RuntimeException failure(Request request, Throwable cause) {
    return connection.isClosed()
        ? Connection.closed()
        : TransportFailures.of(calls.apply(request), cause);
  }
}
