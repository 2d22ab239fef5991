package io.github.thriveaudience.benchmark;

import java.util.function.Consumer;

/** Counts members and sleeps after each thousand, as a write to a database would. */
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
      sleep();
    }
  }

  private void sleep() {
    try {
      Thread.sleep(millisPerPage);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void requireCount(int expected) {
    if (count != expected) {
      throw new IllegalStateException(count + " members were delivered, not " + expected);
    }
  }
}
