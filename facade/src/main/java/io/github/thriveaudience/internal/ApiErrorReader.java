package io.github.thriveaudience.internal;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Response;
import io.github.thriveaudience.error.ApiError;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what can be known of an error. A body that is empty, HTML or broken takes nothing away. */
final class ApiErrorReader {
  private final InstantSource clock;

  ApiErrorReader(InstantSource clock) {
    this.clock = clock;
  }

  ApiError read(Response response) {
    return read(response, Bodies.tree(response));
  }

  /** For a body that has been read already. */
  ApiError read(Response response, JsonNode body) {
    return new ApiError(
        response.status(),
        body.path("error").textValue(),
        body.path("message").textValue(),
        OngoingCall.current().requestId(),
        wait(response));
  }

  /** A proxy may fold several headers into one; a date has a comma of its own. */
  private static Stream<String> unfolded(String header) {
    return header.matches("[0-9\\s,]+") ? Arrays.stream(header.split(",")) : Stream.of(header);
  }

  /** Where there are several, the longest: a wait is never shortened. */
  private @Nullable Duration wait(Response response) {
    String date = Bodies.header(response, "Date");
    return Bodies.headers(response, "Retry-After").stream()
        .flatMap(ApiErrorReader::unfolded)
        .map(header -> RetryAfter.parse(header, date, clock))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
