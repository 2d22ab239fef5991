package io.github.thriveaudience.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
  private static final long WORK_NANOS = 200_000_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Test
  void countsTheWorkOfAThread() {
    long start = CpuTime.nanos();
    long own = THREADS.getCurrentThreadCpuTime();
    while (THREADS.getCurrentThreadCpuTime() - own < WORK_NANOS) {
      Thread.onSpinWait();
    }

    assertThat(CpuTime.nanos() - start).isGreaterThan(WORK_NANOS / 2);
  }
}
