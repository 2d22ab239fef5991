package io.github.thriveaudience.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.net.http.HttpResponse.BodySubscriber;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body, and gives up on one that is larger than allowed. */
final class CappedBody implements BodySubscriber<byte[]> {
  private final int most;
  /** Copies, because a body in pieces of one byte would otherwise weigh a hundred times as much. */
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  CappedBody(int most) {
    this.most = most;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> received) {
    for (ByteBuffer part : received) {
      if (part.remaining() > most - bytes.size()) {
        giveUp();
        return;
      }
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      bytes.write(copy, 0, copy.length);
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    whole.complete(bytes.toByteArray());
  }

  private void giveUp() {
    whole.completeExceptionally(new TooLargeException(most));
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
