package io.github.thriveaudience.internal.listing;

import java.lang.ref.Cleaner;

/** Ends a traversal whose reader has become garbage. */
final class TraversalCleaner {
  /** One thread of the JDK's for all, begun with the first traversal of several pages. */
  private static final Cleaner CLEANER = Cleaner.create();

  private TraversalCleaner() {}

  /**
   * Closes pages when their reader is collected.
   *
   * @param pages must not refer to the reader
   */
  static void onCollection(Object reader, PageTraversal pages) {
    CLEANER.register(reader, pages::close);
  }
}
