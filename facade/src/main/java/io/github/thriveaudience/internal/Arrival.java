package io.github.thriveaudience.internal;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/**
 * Notes the head of an answer when it arrives. An error is told by its head alone, so it must not
 * be lost when its body breaks off, never ends or is too large.
 */
final class Arrival implements BodyHandler<byte[]> {
  private final int most;
  private volatile @Nullable ResponseInfo head;

  Arrival(int most) {
    this.most = most;
  }

  @Override
  public BodySubscriber<byte[]> apply(ResponseInfo info) {
    head = info;
    return new CappedBody(isSuccess(info) ? most : Math.min(most, Bodies.LARGEST_ERROR));
  }

  /** The head of an error that has arrived, or null. */
  @Nullable ResponseInfo error() {
    ResponseInfo arrived = head;
    return arrived == null || isSuccess(arrived) ? null : arrived;
  }

  private static boolean isSuccess(ResponseInfo info) {
    return info.statusCode() / 100 == 2;
  }
}
