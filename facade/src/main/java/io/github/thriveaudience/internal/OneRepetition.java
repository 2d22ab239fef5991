package io.github.thriveaudience.internal;

import feign.RetryableException;
import feign.Retryer;

/**
 * Repeats a call once, at once, after its token was rejected. A second rejection is not the token's
 * fault, so that one is kept.
 */
final class OneRepetition implements Retryer {
  private final Authentication authentication;
  private boolean repeated;

  OneRepetition(Authentication authentication) {
    this.authentication = authentication;
  }

  @Override
  public void continueOrPropagate(RetryableException failure) {
    if (repeated) {
      throw failure;
    }
    repeated = true;
    authentication.renew(failure.request());
  }

  @Override
  public Retryer clone() {
    return new OneRepetition(authentication);
  }
}
