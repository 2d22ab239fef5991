package io.github.thriveaudience.internal.response;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body, and cancels one that is larger than its maximum. */
public final class LimitedBodySubscriber implements BodySubscriber<ByteBufferInputStream> {
  /**
   * A buffer of this size is kept as it is; a smaller one is copied. It can be a slice of a buffer
   * of 16 kB, so that a body in slices of one byte would take far more memory than its size.
   */
  private static final int LARGE = 4096;

  private final int max;
  private final ByteBufferInputStream pieces = new ByteBufferInputStream();
  private final ByteArrayOutputStream small = new ByteArrayOutputStream(0);
  private final CompletableFuture<ByteBufferInputStream> whole = new CompletableFuture<>();
  private Flow.@Nullable Subscription subscription;

  public LimitedBodySubscriber(int max) {
    this.max = max;
  }

  @Override
  public CompletionStage<ByteBufferInputStream> getBody() {
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
      if (part.remaining() > max - pieces.available() - small.size()) {
        refuse();
        return;
      }
      keep(part);
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    keepSmall();
    whole.complete(pieces);
  }

  private void keep(ByteBuffer part) {
    if (part.remaining() >= LARGE) {
      keepSmall();
      pieces.add(part);
    } else {
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      small.write(copy, 0, copy.length);
    }
  }

  private void keepSmall() {
    if (small.size() > 0) {
      pieces.add(ByteBuffer.wrap(small.toByteArray()));
      small.reset();
    }
  }

  private void refuse() {
    whole.completeExceptionally(new ResponseTooLargeException(max));
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
