package io.github.thriveaudience.error;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server responded with an error. There is a subclass for each status that the API reference
 * documents, one for all from 500 to 599, and {@link UnexpectedStatusException} for the rest.
 */
public abstract class ThriveApiException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /** What is known of the response. */
  private final ApiError response;

  /**
   * Creates an exception for a response.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param response what is known of the response
   */
  protected ThriveApiException(String message, ApiError response) {
    super(message);
    this.response = Objects.requireNonNull(response, "response");
  }

  /**
   * The HTTP status code.
   *
   * @return the status, such as 404
   */
  public int status() {
    return response.status();
  }

  /**
   * The {@code error} of the response body.
   *
   * @return the server's own words, such as {@code Not Found}, or null if there were none to read
   */
  public @Nullable String error() {
    return response.error();
  }

  /**
   * The {@code message} of the response body. It is kept out of {@link #getMessage()}, because it
   * may hold personal data.
   *
   * @return the server's own words, or null if there were none to read
   */
  public @Nullable String apiMessage() {
    return response.message();
  }

  @Override
  public @Nullable String requestId() {
    return response.requestId();
  }

  /**
   * How long the server asks to wait before the next request, from {@code Retry-After} (RFC 9110,
   * section 10.2.3) in either of its forms. A date is compared with the {@code Date} of the
   * response.
   *
   * @return zero or more, or null if the server sent no value that can be read
   */
  public @Nullable Duration retryAfter() {
    return response.retryAfter();
  }

  /**
   * The headers of the response that the builder's {@code exposeHeaders} names. The values are as
   * the server sent them, and in no message: check them before you use them.
   *
   * @return an immutable map, whose keys are case-insensitive and written as the builder was given
   *     them; a name that the response does not have is no key
   */
  public Map<String, List<String>> headers() {
    return response.headers();
  }
}
