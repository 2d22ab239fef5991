package io.github.thriveaudience.error;

import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalReport;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * An audience changed each time it was read, or the server left members out. What the last reading
 * delivered is in {@link #snapshot}: enough to add who joined, and not to delete who is missing.
 */
public class InconsistentListingException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /** What the last reading came to. */
  private final TraversalReport report;

  /** Not serialized, so that no personal data leaves the process with an exception. */
  private final transient @Nullable MembersSnapshot snapshot;

  /**
   * An exception for an audience.
   *
   * @param message how often which audience was read, and what was wrong the last time
   * @param snapshot what the last reading delivered
   */
  public InconsistentListingException(String message, MembersSnapshot snapshot) {
    super(message);
    this.report = snapshot.report();
    this.snapshot = snapshot;
  }

  /**
   * What the last reading delivered.
   *
   * @return its members and its report
   * @throws IllegalStateException if this exception was deserialized: members are personal data and
   *     are not serialized with it
   */
  public MembersSnapshot snapshot() {
    if (snapshot == null) {
      throw new IllegalStateException("the members were not serialized with this exception");
    }
    return snapshot;
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
