package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.TraversalReport;

/** Hands out the report of a reading that failed. */
final class FailedReading {
  private FailedReading() {}

  /** The exception carries the report if it is one of this project's; the listener always does. */
  static void report(TraversalReport report, Throwable failure, ProgressListener listener) {
    if (failure instanceof ThriveException known) {
      FailureDetails.of(known).setReport(report);
    }
    try {
      listener.readFailed(report);
    } catch (Throwable ofListener) {
      if (ofListener != failure) {
        failure.addSuppressed(ofListener);
      }
    }
  }
}
