package io.github.thriveaudience.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call has come to its end, after all its attempts. Pages that are read ahead are calls too: one
 * that is not wanted any more, since its reader stopped early, ends with a {@link
 * io.github.thriveaudience.error.ThriveInterruptedException}.
 *
 * @param call the call
 * @param attempts the requests that it sent, 0 or more
 * @param duration the time that it took, with the waits between its attempts
 * @param status the status of the last answer, or null if the last request had none
 * @param failure what it ended with, or null if it succeeded; mostly a {@link
 *     io.github.thriveaudience.error.ThriveException}
 */
public record CallEvent(
    CallInfo call,
    int attempts,
    Duration duration,
    @Nullable Integer status,
    @Nullable Throwable failure) {}
