package io.github.thriveaudience.error;

import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalReport;
import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An audience changed each time it was read, or the server left members out. {@link #snapshot} has
 * the members of the last reading. They suffice to add the members who joined. Do not delete those
 * who are missing from it: they may still be in the audience.
 */
public class InconsistentListingException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /** Not serialized, so that no personal data leaves the process with an exception. */
  private final transient @Nullable MembersSnapshot snapshot;

  /**
   * Creates an exception for an audience.
   *
   * @param message how often which audience was read, and what was wrong the last time
   * @param snapshot the members and the report of the last reading
   */
  public InconsistentListingException(String message, MembersSnapshot snapshot) {
    super(message, snapshot.report());
    this.snapshot = snapshot;
  }

  /**
   * The members and the report of the last reading.
   *
   * @return the snapshot
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
   * The report of the last reading. It is serialized with this exception.
   *
   * @return the report, whose verdict is not {@code CONSISTENT}
   */
  @Override
  public TraversalReport report() {
    return Objects.requireNonNull(super.report());
  }
}
