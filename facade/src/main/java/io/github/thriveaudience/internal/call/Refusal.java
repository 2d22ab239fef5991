package io.github.thriveaudience.internal.call;

/**
 * What a refusal changed.
 *
 * @param begins whether it is the first one of a {@link Throttling}
 * @param lowers whether it lowered the rate
 * @param perSecond the requests per second that may leave from now on
 * @param isFinal whether a call must not wait longer, since no call had success for too long
 */
record Refusal(boolean begins, boolean lowers, double perSecond, boolean isFinal) {}
