package io.github.thriveaudience.event;

/**
 * A listing, a call or a request while it lasts, as one listener follows it: a span of a trace, for
 * one. The client calls {@link #end} exactly once.
 *
 * @param <E> what it ends with
 */
public interface Span<E> {

  /**
   * Makes this the current span of the calling thread. The client closes the scope on the same
   * thread, before it opens or closes an outer one. A listing has none: the thread that reads it
   * runs the caller's code in between.
   *
   * @return the scope, to be closed
   */
  default Scope makeCurrent() {
    return () -> {};
  }

  /**
   * It has ended, with success or not. For a listing this may be called on any thread.
   *
   * @param event the outcome
   */
  void end(E event);

  /**
   * Follows nothing.
   *
   * @param <E> what it ends with
   * @return a span that does nothing
   */
  @SuppressWarnings("unchecked") // It uses no event.
  static <E> Span<E> none() {
    return (Span<E>) NoSpan.INSTANCE;
  }

  /** The time for which a span is the current one of a thread. */
  @FunctionalInterface
  interface Scope extends AutoCloseable {

    /** Makes the span current again that was current before. */
    @Override
    void close();
  }
}
