package io.github.thriveaudience.internal.call;

import java.time.Duration;

/**
 * The limits of a call.
 *
 * @param requestTimeout the maximum time of one attempt, the body included
 * @param callTimeout the maximum time of all attempts and the waits between them
 * @param maxAttempts the maximum of attempts outside of outages, 1 or more
 * @param maxRequests the maximum of requests, probes in an outage included, 1 or more
 * @param requestsPerSecond the maximum for the API, or infinite
 * @param maxResponseSize the maximum size of a body in bytes, before and after it is inflated
 */
public record Limits(
    Duration requestTimeout,
    Duration callTimeout,
    int maxAttempts,
    int maxRequests,
    double requestsPerSecond,
    int maxResponseSize) {

  /** Limits by which probes in an outage count as attempts, without a rate. */
  public Limits(
      Duration requestTimeout, Duration callTimeout, int maxAttempts, int maxResponseSize) {
    this(
        requestTimeout,
        callTimeout,
        maxAttempts,
        maxAttempts,
        Double.POSITIVE_INFINITY,
        maxResponseSize);
  }
}
