package io.github.thriveaudience;

import java.lang.ref.Cleaner;

/** Ends a traversal whose reader has become garbage. */
final class Abandoned {
  /** One thread of the JDK's for all, begun with the first traversal of several pages. */
  private static final Cleaner CLEANER = Cleaner.create();

  private Abandoned() {}

  /**
   * Closes pages when their reader is collected.
   *
   * @param pages must not refer to the reader
   */
  static void onCollection(Object reader, PageTraversal pages) {
    CLEANER.register(reader, pages::close);
  }
}
