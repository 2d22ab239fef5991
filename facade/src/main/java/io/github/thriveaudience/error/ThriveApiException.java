package io.github.thriveaudience.error;

import java.io.Serial;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server answered with an error. There is a subclass for each status that the API reference
 * documents, one for all from 500 to 599, and {@link UnexpectedStatusException} for the rest.
 */
public abstract class ThriveApiException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /** What is known of the answer. */
  private final ApiError answer;

  /**
   * An exception for an answer.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param answer what is known of the answer
   */
  protected ThriveApiException(String message, ApiError answer) {
    super(message);
    this.answer = Objects.requireNonNull(answer, "answer");
  }

  /**
   * The HTTP status code.
   *
   * @return the status, such as 404
   */
  public int status() {
    return answer.status();
  }

  /**
   * The {@code error} of the answer's body.
   *
   * @return the server's own word, such as {@code Not Found}, or null if there was none to read
   */
  public @Nullable String error() {
    return answer.error();
  }

  /**
   * The {@code message} of the answer's body. It is kept out of {@link #getMessage()}, because
   * nobody knows what a server writes into it.
   *
   * @return the server's own words, or null if there were none to read
   */
  public @Nullable String apiMessage() {
    return answer.message();
  }

  @Override
  public @Nullable String requestId() {
    return answer.requestId();
  }

  /**
   * How long the server asks to wait before the next request, from {@code Retry-After} (RFC 9110,
   * section 10.2.3) in either of its forms; a date is read against the answer's own {@code Date}.
   *
   * @return zero or more, or null if the server sent none that can be read
   */
  public @Nullable Duration retryAfter() {
    return answer.retryAfter();
  }
}
