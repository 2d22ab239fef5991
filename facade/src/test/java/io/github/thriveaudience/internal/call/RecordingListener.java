package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ThriveException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Notes the failures of a call, and sees to it that each attempt that begins ends. */
public class RecordingListener implements AttemptListener {
  public final List<ThriveException> failures = new ArrayList<>();
  public int underWay;

  @Override
  public void begin(Duration longest) throws TimeoutException {
    assertThat(underWay++).isZero();
  }

  @Override
  public void end() {
    assertThat(--underWay).isZero();
  }

  @Override
  public void sent() {
    throw new AssertionError("the transport says that");
  }

  @Override
  public void failed(ThriveException failure) {
    failures.add(failure);
  }
}
