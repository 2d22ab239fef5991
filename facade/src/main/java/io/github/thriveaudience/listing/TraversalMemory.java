package io.github.thriveaudience.listing;

import org.jspecify.annotations.Nullable;

/**
 * What a traversal that failed has read: the ids of its members and the figures of its pages, which
 * {@code Members.resume} goes on with. Opaque, made by the client alone, not for users to extend.
 * It stays in the memory of the process: it is never serialized and never shown.
 */
public abstract class TraversalMemory {

  /** For the client alone. */
  protected TraversalMemory() {}

  /**
   * Adds this to a report.
   *
   * @param report the report of the same traversal
   * @return the same builder
   */
  protected final TraversalReportBuilder keptBy(TraversalReportBuilder report) {
    return report.memory(this);
  }

  /**
   * The memory that a report carries.
   *
   * @param report a report
   * @return its memory, or null if its traversal did not fail, or if it was built by a user or
   *     deserialized
   */
  protected static @Nullable TraversalMemory of(TraversalReport report) {
    return report.memory();
  }
}
