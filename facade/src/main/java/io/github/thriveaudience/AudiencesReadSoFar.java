package io.github.thriveaudience;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Says, suppressed by the exception that ended a reading of several audiences, what was done until
 * then.
 */
final class AudiencesReadSoFar extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient @Nullable AudiencesSummary summary;

  /** Without a stack trace: the other exception has one. */
  AudiencesReadSoFar(AudiencesSummary summary) {
    super(summary.inWords(), null, false, false);
    this.summary = summary;
  }

  /** The summary, or null if this was deserialized. */
  @Nullable AudiencesSummary summary() {
    return summary;
  }
}
