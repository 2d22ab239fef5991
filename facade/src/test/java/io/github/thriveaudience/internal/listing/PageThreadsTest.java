package io.github.thriveaudience.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PageThreadsTest {

  @Test
  void areVirtualWhereTheJdkHasThem() throws Exception {
    BlockingQueue<Boolean> virtual = new ArrayBlockingQueue<>(1);

    PageThreads.create(UnaryOperator.identity())
        .execute(() -> virtual.add(isVirtual(Thread.currentThread())));

    assertThat(virtual.take()).isEqualTo(Runtime.version().feature() >= 21);
  }

  @Test
  void doNotKeepAProcessAlive() throws Exception {
    BlockingQueue<Thread> thread = new ArrayBlockingQueue<>(1);

    PageThreads.create(UnaryOperator.identity()).execute(() -> thread.add(Thread.currentThread()));

    assertThat(thread.take().isDaemon()).isTrue();
  }

  /** Thread.isVirtual() came with Java 21; the name of their group is in its documentation. */
  private static boolean isVirtual(Thread thread) {
    return thread.getThreadGroup().getName().equals("VirtualThreads");
  }
}
