package io.github.thriveaudience.internal.call;

import java.time.Duration;

/**
 * How long and how often a call may try, and how much it may read.
 *
 * @param requestTimeout the most that one attempt may take, the body included
 * @param callTimeout the most that all attempts of a call and the waits between them may take
 * @param maxAttempts the most attempts that may fail while the server responds to others, 1 or more
 * @param maxRequests the most requests for a call, those during an outage included, 1 or more
 * @param maxResponseSize the most bytes of a body, before and after it is inflated
 */
public record Limits(
    Duration requestTimeout,
    Duration callTimeout,
    int maxAttempts,
    int maxRequests,
    int maxResponseSize) {

  /** Limits that allow no more requests in an outage than at other times. */
  public Limits(
      Duration requestTimeout, Duration callTimeout, int maxAttempts, int maxResponseSize) {
    this(requestTimeout, callTimeout, maxAttempts, maxAttempts, maxResponseSize);
  }
}
