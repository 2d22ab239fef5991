package io.github.thriveaudience.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Response;
import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.internal.call.CallContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what can be known of an error. A body that is empty, HTML or broken takes nothing away. */
public final class ErrorResponseReader {
  private final InstantSource clock;

  public ErrorResponseReader(InstantSource clock) {
    this.clock = clock;
  }

  public ApiError read(Response response) {
    return read(response, ResponseBodies.tree(response));
  }

  /** For a body that has been read already. */
  public ApiError read(Response response, JsonNode body) {
    return ApiError.of(response.status())
        .withError(body.path("error").textValue())
        .withMessage(body.path("message").textValue())
        .withRequestId(CallContext.current().requestId())
        .withRetryAfter(wait(response));
  }

  /** A proxy may fold several headers into one; a date has a comma of its own. */
  private static Stream<String> unfolded(String header) {
    return header.matches("[0-9\\s,]+") ? Arrays.stream(header.split(",")) : Stream.of(header);
  }

  /** Where there are several, the longest: a wait is never shortened. */
  private @Nullable Duration wait(Response response) {
    String date = ResponseBodies.header(response, "Date");
    return ResponseBodies.headers(response, "Retry-After").stream()
        .flatMap(ErrorResponseReader::unfolded)
        .map(header -> RetryAfter.parse(header, date, clock))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
