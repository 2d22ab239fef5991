package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ThriveException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Lets each attempt of a call begin, and hears what becomes of it, on the call's own thread. */
public interface AttemptListener {
  /** Longer than any call. */
  Duration NO_LIMIT = Duration.ofDays(365);

  /** Lets all begin at once and hears nothing. */
  AttemptListener NONE =
      new AttemptListener() {
        @Override
        public void begin(Duration longest) {}

        @Override
        public void end() {}

        @Override
        public void sent() {}

        @Override
        public void failed(ThriveException failure) {}
      };

  /**
   * Waits until an attempt may begin; {@link #end} follows.
   *
   * @param longest what is left of the reading
   * @throws TimeoutException if it may not begin within that time; no {@link #end} follows
   */
  void begin(Duration longest) throws InterruptedException, TimeoutException;

  /** An attempt has come to its end. */
  void end();

  /** A request goes out. */
  void sent();

  /** What is left of the reading that the call is for: zero or more, by default without a limit. */
  default Duration left() {
    return NO_LIMIT;
  }

  /** An attempt failed, whether or not another one follows. */
  void failed(ThriveException failure);
}
