package io.github.thriveaudience.internal.http;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Notes an answer while it arrives. An error is told by its head alone, so that must not be lost
 * when its body breaks off, never ends or is too large.
 */
final class ResponseCapture implements BodyHandler<ByteBufferInputStream> {
  private final int most;
  private final CompletableFuture<CapturedResponse> whole = new CompletableFuture<>();
  private volatile @Nullable ResponseInfo head;

  ResponseCapture(int most) {
    this.most = most;
  }

  @Override
  public BodySubscriber<ByteBufferInputStream> apply(ResponseInfo info) {
    head = info;
    LimitedBodySubscriber body =
        new LimitedBodySubscriber(
            isSuccess(info) ? most : Math.min(most, ResponseBodies.LARGEST_ERROR));
    body.getBody().thenAccept(pieces -> whole.complete(new CapturedResponse(info, pieces)));
    return body;
  }

  /**
   * The answer, as soon as its last byte is there. The JDK says so itself, but some threads later.
   *
   * @param sent what the JDK says, which counts where it is a failure, or no body was begun
   */
  CompletableFuture<CapturedResponse> whole(CompletionStage<? extends HttpResponse<?>> sent) {
    sent.whenComplete(
        (response, failure) -> {
          if (failure != null) {
            whole.completeExceptionally(failure);
          } else if (head == null) {
            whole.complete(ofProxy(response.statusCode(), response.headers()));
          }
        });
    return whole;
  }

  /** The answer of a proxy that opens no tunnel: of its body the JDK tells nobody. */
  private record ProxyHead(int statusCode, HttpHeaders headers) implements ResponseInfo {
    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }

  /** The answer of a proxy that did not accept what the HTTP client's authenticator had. */
  static CapturedResponse proxyAuthenticationRequired() {
    return ofProxy(407, HttpHeaders.of(Map.of(), (name, value) -> true));
  }

  private static CapturedResponse ofProxy(int status, HttpHeaders headers) {
    return new CapturedResponse(new ProxyHead(status, headers), new ByteBufferInputStream());
  }

  /** What has arrived of an answer that breaks off, or null. */
  @Nullable ResponseInfo head() {
    return head;
  }

  static boolean isSuccess(ResponseInfo info) {
    return info.statusCode() / 100 == 2;
  }
}
