package io.github.thriveaudience.internal.call;

/**
 * A time of paced requests.
 *
 * @param begin when the first request was refused
 * @param requests the number of requests sent since
 * @param refused how many of them were refused
 */
record Throttling(long begin, long requests, long refused) {}
