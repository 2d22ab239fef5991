package io.github.thriveaudience.error;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an error that the server answered with. A gateway can answer without the body
 * that the API documents, so everything but the status can be missing.
 *
 * @param status the HTTP status code
 * @param error the body's {@code error}, such as {@code Not Found}, or null
 * @param message the body's {@code message}, in the server's own words, or null
 * @param requestId the server's id of the request, as support would ask for it, or null
 * @param retryAfter how long the server asks to wait ({@code Retry-After}), zero or more, or null
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // It is one for classes, and so for records.
public record ApiError(
    int status,
    @Nullable String error,
    @Nullable String message,
    @Nullable String requestId,
    @Nullable Duration retryAfter)
    implements Serializable {}
