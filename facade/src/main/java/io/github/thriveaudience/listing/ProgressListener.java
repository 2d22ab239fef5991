package io.github.thriveaudience.listing;

/**
 * Is notified of the progress of a traversal, on the thread that reads. It needs to be thread-safe
 * only if several threads read with it.
 */
@FunctionalInterface
public interface ProgressListener {

  /**
   * A page was read, and its members are about to be delivered. Called in the order of the pages.
   *
   * @param progress how far the traversal has come
   * @throws RuntimeException to end the traversal
   */
  void pageRead(TraversalProgress progress);

  /**
   * A {@code Members.read}, {@code Members.readAll} or {@code Members.changesSince} failed, for
   * whatever reason: the API or the network, the caller's own consumer, a closed client. Called
   * once for each of them, before it throws; not for changes that exceed a limit, since the members
   * were read then. An exception from here is added to that failure as a suppressed one. Loops,
   * streams and single pages have no report.
   *
   * @param report what the reading that failed had read before, for {@code Members.resume}; a
   *     {@code ThriveException} has it too
   */
  default void readFailed(TraversalReport report) {}
}
