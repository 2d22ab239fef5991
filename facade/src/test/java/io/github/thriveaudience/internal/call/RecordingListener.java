package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ThriveException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Records the failures of a call, and asserts that each attempt begins and ends in turn. */
public class RecordingListener implements AttemptListener {
  public final List<ThriveException> failures = new ArrayList<>();
  public int inFlight;

  @Override
  public void begin(Duration longest) throws InterruptedException, TimeoutException {
    assertThat(inFlight++).isZero();
  }

  @Override
  public void end() {
    assertThat(--inFlight).isZero();
  }

  @Override
  public void sent() {
    throw new AssertionError("only the transport calls this");
  }

  @Override
  public void failed(ThriveException failure) {
    failures.add(failure);
  }
}
