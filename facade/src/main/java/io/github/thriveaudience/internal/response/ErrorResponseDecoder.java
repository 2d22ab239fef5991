package io.github.thriveaudience.internal.response;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Response;
import feign.codec.ErrorDecoder;
import io.github.thriveaudience.error.ApiError;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a response that is an error. Its body may be empty, HTML or truncated: then the status
 * alone is known.
 */
public final class ErrorResponseDecoder implements ErrorDecoder {
  private final InstantSource clock;

  public ErrorResponseDecoder(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Exception decode(String methodKey, Response response) {
    JsonNode body = ResponseBodies.tree(response);
    ApiError error =
        ApiError.of(response.status())
            .withError(body.path("error").textValue())
            .withMessage(body.path("message").textValue())
            .withRetryAfter(retryAfter(response));
    return new ErrorResponse(error, body.path("error_description").textValue());
  }

  /** A proxy may join several headers with commas; a date contains a comma. */
  private static Stream<String> unfolded(String header) {
    return header.matches("[0-9\\s,]+") ? Arrays.stream(header.split(",")) : Stream.of(header);
  }

  /** The longest of several waits, or null if there is none. */
  private @Nullable Duration retryAfter(Response response) {
    String date = ResponseBodies.header(response, "Date");
    return ResponseBodies.headers(response, "Retry-After").stream()
        .flatMap(ErrorResponseDecoder::unfolded)
        .map(header -> RetryAfter.parse(header, date, clock))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
