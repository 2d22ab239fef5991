package io.github.thriveaudience.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request was sent, and has come to its end: with a whole answer, whatever its status, or without
 * one.
 *
 * @param call the call that it belongs to
 * @param attempt which request of the call it was, 1 or more
 * @param duration the time until the last byte of the answer, or until it was given up
 * @param bytesSent the bytes of its body
 * @param bytesReceived the bytes of the answer's body as they came, which may be compressed; 0
 *     without a whole one
 * @param status the status of the answer, or null if not even its head came
 * @param requestId the id that the server gave the request, or null if it sent none
 * @param failure why there was no whole answer, or null if there was one
 */
public record RequestEvent(
    CallInfo call,
    int attempt,
    Duration duration,
    long bytesSent,
    long bytesReceived,
    @Nullable Integer status,
    @Nullable String requestId,
    @Nullable Throwable failure) {}
