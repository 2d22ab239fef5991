package io.github.thriveaudience.benchmark;

import java.util.function.Consumer;

/** Counts members, and takes its time for each thousand of them, as a write to a database would. */
final class PacedConsumer implements Consumer<String> {
  private final int millisPerPage;
  private int count;

  PacedConsumer(int millisPerPage) {
    this.millisPerPage = millisPerPage;
  }

  @Override
  public void accept(String userId) {
    count++;
    if (millisPerPage > 0 && count % TestAccount.PAGE_SIZE == 0) {
      pause();
    }
  }

  private void pause() {
    try {
      Thread.sleep(millisPerPage);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void requireCount(int expected) {
    if (count != expected) {
      throw new IllegalStateException(count + " members came, not " + expected);
    }
  }
}
