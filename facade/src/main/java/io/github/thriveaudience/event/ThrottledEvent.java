package io.github.thriveaudience.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The server has asked for a pause, which holds back all calls of the client.
 *
 * @param call the call whose answer asks for it
 * @param status the status of that answer, 429 or 503
 * @param requestId the server's own id of that request, or null if it sent none
 * @param duration how long from now; at most an hour is obeyed
 */
public record ThrottledEvent(
    CallInfo call, int status, @Nullable String requestId, Duration duration) {}
