package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.TooManyLeaversException;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.TraversalReport;
import java.nio.file.Path;
import java.util.List;

/** Prints what has changed since a state was written, and then updates the state. For one run. */
final class PrintChanges {
  private final Path file;
  private final MembershipState known;
  private final ChangePolicy policy;
  private final ProgressLine progress;

  /**
   * Reads the state.
   *
   * @param guarded whether only so many members may leave at once
   */
  PrintChanges(Path file, boolean guarded, ProgressLine progress) {
    this.file = file;
    this.known = MembershipState.readOrEmpty(file);
    ChangePolicy defaults = ChangePolicy.defaults();
    this.policy = guarded ? defaults : defaults.withoutGuard();
    this.progress = progress;
  }

  /** Whether there is no state yet: everybody has joined. */
  boolean isFirst() {
    return known.readAt() == null;
  }

  /**
   * Compares and prints.
   *
   * @param source where the members come from
   * @return the reports of all readings
   */
  List<TraversalReport> run(Members members, String source, Report.Format format, Output output) {
    MembershipChanges changes = changes(members);
    progress.clear();
    format.changesTo(output.stream()).print(changes, source);
    // The state says that the changes were printed, so it comes last.
    output.requireWritten();
    changes.newState().write(file);
    return changes.reports();
  }

  private MembershipChanges changes(Members members) {
    try {
      return members.onProgress(progress).changesSince(known, policy);
    } catch (TooManyLeaversException e) {
      throw new GuardedException(
          e.getMessage()
              + " Here that is -Dguard=off. Nothing was printed, and "
              + file
              + " is as it was.",
          e);
    }
  }
}
