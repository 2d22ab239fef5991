package io.github.thriveaudience.benchmark;

import io.github.thriveaudience.Members;

/** How many pages of a listing are under way at once. */
final class Parallelism {
  private Parallelism() {}

  static Members of(Members members, int pages) {
    return members;
  }
}
