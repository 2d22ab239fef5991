package io.github.thriveaudience.internal.call;

/**
 * A time of paced requests.
 *
 * @param begin when the first request was refused
 * @param requests the number of requests sent since, and of those in flight then
 * @param refused how many of them were refused
 * @param end when it ended, or the beginning if it lasts
 */
record Throttling(long begin, long requests, long refused, long end) {
  Throttling withRequest() {
    return new Throttling(begin, requests + 1, refused, end);
  }

  Throttling withRefusal() {
    return new Throttling(begin, requests, refused + 1, end);
  }

  Throttling endedAt(long now) {
    return new Throttling(begin, requests, refused, now);
  }
}
