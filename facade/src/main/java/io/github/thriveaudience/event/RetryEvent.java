package io.github.thriveaudience.event;

import io.github.thriveaudience.error.ThriveException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt has failed, and another one follows.
 *
 * @param call the call that it belongs to
 * @param attempt which attempt has failed, 1 or more
 * @param status the status of its answer, or null if there was none
 * @param failure what it has failed with
 * @param delay the time until the next one, zero or more
 */
public record RetryEvent(
    CallInfo call,
    int attempt,
    @Nullable Integer status,
    ThriveException failure,
    Duration delay) {}
