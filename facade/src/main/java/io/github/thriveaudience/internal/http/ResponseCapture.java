package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.internal.response.ByteBufferInputStream;
import io.github.thriveaudience.internal.response.LimitedBodySubscriber;
import io.github.thriveaudience.internal.response.ResponseBodies;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Collects a response. Its head is kept as soon as it is received: it shows an error even if the
 * body is truncated, never ends or is too large.
 */
final class ResponseCapture implements BodyHandler<ByteBufferInputStream> {
  /** The head and the body of a response. */
  record CapturedResponse(ResponseInfo head, ByteBufferInputStream body) {}

  private final int max;
  private final CompletableFuture<CapturedResponse> whole = new CompletableFuture<>();
  private volatile @Nullable ResponseInfo head;

  ResponseCapture(int max) {
    this.max = max;
  }

  @Override
  public BodySubscriber<ByteBufferInputStream> apply(ResponseInfo info) {
    head = info;
    LimitedBodySubscriber body =
        new LimitedBodySubscriber(
            isSuccess(info) ? max : Math.min(max, ResponseBodies.LARGEST_ERROR));
    body.getBody().thenAccept(buffers -> whole.complete(new CapturedResponse(info, buffers)));
    return body;
  }

  /**
   * The response, as soon as its last byte is received; the HTTP client itself returns a few
   * threads later. Cancelling it ends the wait for it.
   */
  CompletableFuture<CapturedResponse> response() {
    return whole;
  }

  /** Notes that the HTTP client has returned, which counts if there is no body. */
  void returned(HttpResponse<?> response) {
    if (head == null) {
      whole.complete(ofProxy(response.statusCode(), response.headers()));
    }
  }

  /** Notes that the HTTP client has failed. */
  void failed(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  /** The response of a proxy that opens no tunnel; the JDK discards its body. */
  private record ProxyHead(int statusCode, HttpHeaders headers) implements ResponseInfo {
    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }

  /**
   * The response of a proxy that did not accept the credentials of the HTTP client's authenticator.
   */
  static CapturedResponse proxyAuthenticationRequired() {
    return ofProxy(407, HttpHeaders.of(Map.of(), (name, value) -> true));
  }

  private static CapturedResponse ofProxy(int status, HttpHeaders headers) {
    return new CapturedResponse(new ProxyHead(status, headers), new ByteBufferInputStream());
  }

  /** The head of the response, or null if none was received. */
  @Nullable ResponseInfo head() {
    return head;
  }

  static boolean isSuccess(ResponseInfo info) {
    return info.statusCode() / 100 == 2;
  }
}
