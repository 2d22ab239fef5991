package io.github.thriveaudience.internal;

import java.time.Duration;

/**
 * How long and how often a call may try, and how much it may read.
 *
 * @param requestTimeout the most that one attempt may take, the body included
 * @param callTimeout the most that all attempts of a call and the waits between them may take
 * @param maxAttempts the most requests for a call, 1 or more
 * @param maxResponseSize the most bytes of a body, before and after it is inflated
 */
public record Limits(
    Duration requestTimeout, Duration callTimeout, int maxAttempts, int maxResponseSize) {}
