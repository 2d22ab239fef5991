package io.github.thriveaudience.listing;

/** Hears how a traversal gets on. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * A page has come, and its members are about to be delivered. Called in the order of the pages,
   * on the thread that reads. An exception from here ends the traversal.
   *
   * @param progress how far the traversal has come
   */
  void pageRead(TraversalProgress progress);
}
