package io.github.thriveaudience.internal;

import java.nio.ByteBuffer;
import java.net.http.HttpResponse.BodySubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body, and gives up on one that is larger than allowed. */
final class CappedBody implements BodySubscriber<byte[]> {
  private final int most;
  private final List<ByteBuffer> parts = new ArrayList<>();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;
  private int size;

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
      if (part.remaining() > most - size) {
        giveUp();
        return;
      }
      size += part.remaining();
      parts.add(part);
    }
  }

  @Override
  public void onError(Throwable failure) {
    parts.clear();
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    parts.forEach(bytes::put);
    whole.complete(bytes.array());
  }

  private void giveUp() {
    parts.clear();
    whole.completeExceptionally(new TooLargeException(most));
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
