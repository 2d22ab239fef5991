package io.github.thriveaudience.error;

import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.TraversalReport;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * More members have left an audience than the {@link io.github.thriveaudience.listing.ChangePolicy}
 * allows, or it is empty all at once. Check whether it is the right audience, in the right
 * environment. {@link #changes} has what was found, for a person to decide on: nothing was applied.
 */
public class TooManyLeaversException extends ThriveException {
  @Serial private static final long serialVersionUID = 1L;

  /** Not serialized, so that no personal data leaves the process with an exception. */
  private final transient @Nullable MembershipChanges changes;

  /**
   * Creates an exception for an audience.
   *
   * @param message how many left which audience, and which limit that exceeds
   * @param changes what has changed
   * @param report the report of the last reading
   */
  public TooManyLeaversException(
      String message, MembershipChanges changes, TraversalReport report) {
    super(message, report);
    this.changes = changes;
  }

  /**
   * What has changed, leavers included.
   *
   * @return the changes
   * @throws IllegalStateException if this exception was deserialized: members are personal data and
   *     are not serialized with it
   */
  public MembershipChanges changes() {
    if (changes == null) {
      throw new IllegalStateException("the changes were not serialized with this exception");
    }
    return changes;
  }
}
