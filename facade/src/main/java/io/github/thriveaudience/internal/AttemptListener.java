package io.github.thriveaudience.internal;

import io.github.thriveaudience.error.ThriveException;

/** Hears of each request that a call sends, and of each that fails, on the call's own thread. */
public interface AttemptListener {

  /** Hears nothing. */
  AttemptListener NONE =
      new AttemptListener() {
        @Override
        public void sent() {}

        @Override
        public void failed(ThriveException failure) {}
      };

  /** A request goes out. */
  void sent();

  /** An attempt failed, whether or not another one follows. */
  void failed(ThriveException failure);
}
