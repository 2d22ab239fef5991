package io.github.thriveaudience.benchmark;

import java.util.Arrays;
import java.util.List;

/** The consumer and the parallelism with which an audience is listed. */
enum ListingScenario {
  FAST_CONSUMER(0, 0),
  SLOW_CONSUMER(20, 0),
  PARALLEL_1(0, 1),
  PARALLEL_4(0, 4),
  PARALLEL_8(0, 8),
  PARALLEL_16(0, 16);

  private final int millisPerPage;
  private final int parallelism;

  /** A parallelism of 0 stands for the client's default. */
  ListingScenario(int millisPerPage, int parallelism) {
    this.millisPerPage = millisPerPage;
    this.parallelism = parallelism;
  }

  int parallelism() {
    return parallelism;
  }

  PacedConsumer consumer() {
    return new PacedConsumer(millisPerPage);
  }

  static List<ListingScenario> ofAll() {
    return List.of(FAST_CONSUMER, SLOW_CONSUMER);
  }

  static List<ListingScenario> ofOurs() {
    return Arrays.stream(values()).filter(scenario -> scenario.parallelism > 0).toList();
  }
}
