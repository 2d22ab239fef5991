package io.github.thriveaudience.internal.call;

import java.util.concurrent.CountDownLatch;

/**
 * A wait at a {@link Gate}.
 *
 * @param nanos the maximum, more than zero
 * @param change ends the wait early
 */
record GateWait(long nanos, CountDownLatch change) {}
