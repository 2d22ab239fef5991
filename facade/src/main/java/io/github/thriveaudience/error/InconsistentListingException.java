package io.github.thriveaudience.error;

import io.github.thriveaudience.listing.TraversalReport;
import java.io.Serial;

/** An audience changed each time it was read, or the server left members out. */
public class InconsistentListingException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /** What the last reading came to. */
  private final TraversalReport report;

  /**
   * An exception for an audience.
   *
   * @param message how often which audience was read, and what was wrong the last time
   * @param report what the last reading came to
   */
  public InconsistentListingException(String message, TraversalReport report) {
    super(message);
    this.report = report;
  }

  /**
   * What the last reading came to.
   *
   * @return its report, whose verdict is not {@code CONSISTENT}
   */
  public TraversalReport report() {
    return report;
  }
}
