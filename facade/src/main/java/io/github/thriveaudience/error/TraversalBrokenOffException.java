package io.github.thriveaudience.error;

import io.github.thriveaudience.listing.TraversalReport;
import java.io.Serial;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says how far a traversal came. It is never thrown: it is suppressed in the exception that broke
 * the traversal off, be it one of this package or the consumer's own, so that a stack trace shows
 * it and {@link #reportIn} finds it.
 */
public class TraversalBrokenOffException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /** What was read until then. */
  private final TraversalReport report;

  /**
   * An exception for a traversal.
   *
   * @param message which audience, how far the traversal came, and how to go on
   * @param report what was read until then
   */
  public TraversalBrokenOffException(String message, TraversalReport report) {
    super(message);
    this.report = report;
  }

  /**
   * What was read until then.
   *
   * @return the report, with the page to go on from, for {@code Members.resume}
   */
  public TraversalReport report() {
    return report;
  }

  /**
   * Finds the report of the traversal that an exception broke off; of several that were nested, the
   * outermost that it has left.
   *
   * @param failure what {@code Members.read} or {@code Members.readAll} threw
   * @return the report, or empty if no traversal was under way
   */
  public static Optional<TraversalReport> reportIn(Throwable failure) {
    return Stream.of(failure.getSuppressed())
        .filter(TraversalBrokenOffException.class::isInstance)
        .map(TraversalBrokenOffException.class::cast)
        .map(TraversalBrokenOffException::report)
        .reduce((earlier, later) -> later);
  }
}
