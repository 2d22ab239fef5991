package io.github.thriveaudience.listing;

import org.jspecify.annotations.Nullable;

/**
 * What a traversal that broke off has seen: the ids of its members and the figures of its pages,
 * which {@code Members.resume} goes on with. Opaque, and made by the client alone. A report has it
 * only as long as it is in the memory of the process: it is never serialized and never shown.
 */
public abstract class TraversalMemory {

  /** For the client. */
  protected TraversalMemory() {}

  /**
   * Lets a report carry this.
   *
   * @param report a report of the traversal that this is the memory of
   * @return the same builder
   */
  protected final TraversalReportBuilder keptBy(TraversalReportBuilder report) {
    return report.memory(this);
  }

  /**
   * What a report carries.
   *
   * @param report a report
   * @return its memory, or null if it did not break off, was made by hand or was deserialized
   */
  protected static @Nullable TraversalMemory of(TraversalReport report) {
    return report.memory();
  }
}
