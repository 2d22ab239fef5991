package io.github.thriveaudience.benchmark;

import java.util.Arrays;
import java.util.List;

/** With which consumer, and how many pages at once, an audience is listed. */
enum ListingWay {
  FAST_CONSUMER(0, 0),
  SLOW_CONSUMER(20, 0),
  PARALLEL_1(0, 1),
  PARALLEL_4(0, 4),
  PARALLEL_8(0, 8),
  PARALLEL_16(0, 16);

  private final int millisPerPage;
  private final int parallelism;

  /** Without a parallelism everything is as the client has it by default. */
  ListingWay(int millisPerPage, int parallelism) {
    this.millisPerPage = millisPerPage;
    this.parallelism = parallelism;
  }

  int parallelism() {
    return parallelism;
  }

  PacedConsumer consumer() {
    return new PacedConsumer(millisPerPage);
  }

  static List<ListingWay> ofAll() {
    return List.of(FAST_CONSUMER, SLOW_CONSUMER);
  }

  static List<ListingWay> ofOurs() {
    return Arrays.stream(values()).filter(way -> way.parallelism > 0).toList();
  }
}
