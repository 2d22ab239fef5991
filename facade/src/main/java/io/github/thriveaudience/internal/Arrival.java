package io.github.thriveaudience.internal;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/**
 * Notes the head of an answer when it arrives. An error is told by its head alone, so it must not be
 * lost when its body breaks off or never ends.
 */
final class Arrival implements BodyHandler<byte[]> {
  private volatile @Nullable ResponseInfo head;

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo info) {
    head = info;
    return BodySubscribers.ofByteArray();
  }

  /** The head of an error that has arrived, or null. */
  @Nullable ResponseInfo error() {
    ResponseInfo arrived = head;
    return arrived == null || arrived.statusCode() / 100 == 2 ? null : arrived;
  }
}
