package io.github.thriveaudience.error;

import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The base of all exceptions that a call of the API can end in. */
public abstract class ThriveException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** The id that the requests of the call carried. */
  private @Nullable String correlationId;

  /** The id that the server gave the last request. */
  private @Nullable String requestId;

  /**
   * An exception without a cause.
   *
   * @param message what happened, to which environment and audience, and what to try
   */
  protected ThriveException(String message) {
    super(message);
  }

  /**
   * An exception with a cause.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param cause what led to it, or null
   */
  protected ThriveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /**
   * Lets this exception name the call that it ended, as {@link #initCause} names a cause. The
   * client does so; call it in tests only.
   *
   * @param correlationId the id that the requests of the call carried
   * @param requestId the id that the server gave the last of them, or null
   * @throws IllegalStateException if it names a call already
   */
  public final void initIds(String correlationId, @Nullable String requestId) {
    if (this.correlationId != null) {
      throw new IllegalStateException("this exception has a correlation id already");
    }
    this.correlationId = Objects.requireNonNull(correlationId, "correlationId");
    this.requestId = requestId;
  }

  /**
   * The id that all requests of the failed call carried in {@code X-Correlation-Id}; log lines name
   * it too.
   *
   * @return the id, or null if no call has failed
   */
  public final @Nullable String correlationId() {
    return correlationId;
  }

  /**
   * The id that the server gave the last request of the call, for the vendor's support.
   *
   * @return the id, or null if the server sent none
   */
  public @Nullable String requestId() {
    return requestId;
  }

  /**
   * What happened, to which environment and audience, and what to try; with the ids, if there are
   * any.
   */
  @Override
  public String getMessage() {
    String message = Objects.requireNonNullElse(super.getMessage(), "");
    return withId(withId(message, "Request id", requestId()), "Correlation id", correlationId);
  }

  /** A copy of an exception has the ids in its words already. */
  private static String withId(String message, String name, @Nullable String id) {
    String words = ' ' + name + ": " + id + '.';
    return id == null || message.contains(words) ? message : message + words;
  }
}
