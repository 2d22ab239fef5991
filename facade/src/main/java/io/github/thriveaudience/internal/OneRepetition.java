package io.github.thriveaudience.internal;

import feign.RetryableException;
import feign.Retryer;

/** Repeats a call once, at once: the first try's token was rejected, the second carries another. */
final class OneRepetition implements Retryer {
  private boolean repeated;

  @Override
  public void continueOrPropagate(RetryableException failure) {
    if (repeated) {
      throw failure;
    }
    repeated = true;
  }

  @Override
  public Retryer clone() {
    return new OneRepetition();
  }
}
