package io.github.thriveaudience.internal;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Notes an answer while it arrives. An error is told by its head alone, so that must not be lost
 * when its body breaks off, never ends or is too large.
 */
final class Arrival implements BodyHandler<Pieces> {
  private final int most;
  private final CompletableFuture<Answer> whole = new CompletableFuture<>();
  private volatile @Nullable ResponseInfo head;

  Arrival(int most) {
    this.most = most;
  }

  @Override
  public BodySubscriber<Pieces> apply(ResponseInfo info) {
    head = info;
    CappedBody body = new CappedBody(isSuccess(info) ? most : Math.min(most, Bodies.LARGEST_ERROR));
    body.getBody().thenAccept(pieces -> whole.complete(new Answer(info, pieces)));
    return body;
  }

  /**
   * The answer, as soon as its last byte is there. The JDK says so itself, but some threads later.
   *
   * @param sent what the JDK says, which counts where it is a failure, or no body was begun
   */
  CompletableFuture<Answer> whole(CompletionStage<? extends HttpResponse<?>> sent) {
    sent.whenComplete(
        (response, failure) -> {
          if (failure != null) {
            whole.completeExceptionally(failure);
          } else if (head == null) {
            whole.complete(new Answer(new ProxyAnswer(response), new Pieces()));
          }
        });
    return whole;
  }

  /** The answer of a proxy that opens no tunnel: of its body the JDK tells nobody. */
  private record ProxyAnswer(HttpResponse<?> response) implements ResponseInfo {
    @Override
    public int statusCode() {
      return response.statusCode();
    }

    @Override
    public HttpHeaders headers() {
      return response.headers();
    }

    @Override
    public HttpClient.Version version() {
      return response.version();
    }
  }

  /** What has arrived of an answer that breaks off, or null. */
  @Nullable ResponseInfo head() {
    return head;
  }

  static boolean isSuccess(ResponseInfo info) {
    return info.statusCode() / 100 == 2;
  }
}
