package io.github.thriveaudience.error;

import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.listing.TraversalReport;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The base of all exceptions of a failed call to the API. It names the call, lists the attempts
 * that failed before, and has the report of the listing that it ended, if any.
 */
public abstract class ThriveException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  static {
    FailureDetails.register(failure -> ((ThriveException) failure).details);
  }

  /** What the client adds once it knows it. */
  private final FailureDetails details = new FailureDetails();

  /**
   * Creates an exception without a cause.
   *
   * @param message what happened, to which environment and audience, and what to try
   */
  protected ThriveException(String message) {
    super(message);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what happened, to which environment and audience, and what to try
   * @param cause the cause, or null
   */
  protected ThriveException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** For the one whose report belongs to it from the start. */
  ThriveException(String message, TraversalReport report) {
    super(message);
    details.setReport(report);
  }

  /**
   * The id that all requests of the failed call carried in {@code X-Correlation-Id}. The log lines
   * of the call name it too.
   *
   * @return the id, or null if no call failed
   */
  public final @Nullable String correlationId() {
    return details.correlationId();
  }

  /**
   * The id that the server gave the last request of the call, for the vendor's support.
   *
   * @return the id, or null if the server sent none
   */
  public @Nullable String requestId() {
    return details.requestId();
  }

  /**
   * The failures of the attempts before the last one, which this exception describes. Where {@code
   * Members.readAll} ends between two readings, the last element is an {@link
   * InconsistentListingException} with the snapshot of the reading before.
   *
   * @return an immutable list, in the order of the attempts; empty if there was one attempt
   */
  public final List<ThriveException> earlierFailures() {
    return details.earlierFailures().stream().map(ThriveException.class::cast).toList();
  }

  /**
   * The report of the listing that this exception ended, for {@code Members.resume}. Of nested
   * listings it is the report of the outermost one.
   *
   * @return the report of what {@code Members.read}, {@code Members.readAll} or the latest reading
   *     of {@code Members.changesSince} read before the failure, or null if no such listing was in
   *     progress: not for pages, loops and streams
   */
  public @Nullable TraversalReport report() {
    return details.report();
  }

  /**
   * What happened, to which environment and audience, and what to try. It ends with the request id
   * and the correlation id, where there are any.
   */
  @Override
  public String getMessage() {
    String message = Objects.requireNonNullElse(super.getMessage(), "");
    return withId(withId(message, "Request id", requestId()), "Correlation id", correlationId());
  }

  /** The message of a copy has the ids already. */
  private static String withId(String message, String name, @Nullable String id) {
    String words = ' ' + name + ": " + id + '.';
    return id == null || message.contains(words) ? message : message + words;
  }
}
