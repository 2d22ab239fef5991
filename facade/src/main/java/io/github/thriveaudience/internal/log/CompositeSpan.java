package io.github.thriveaudience.internal.log;

import io.github.thriveaudience.event.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The spans of all listeners as one.
 *
 * @param all a span for each listener, in their order
 */
record CompositeSpan<E>(List<Span<E>> all) implements Span<E> {

  /** Spans as one; a span that does nothing if none of them does anything. */
  static <E> Span<E> of(List<Span<E>> all) {
    return all.stream().allMatch(span -> span == Span.none())
        ? Span.none()
        : new CompositeSpan<>(all);
  }

  /** The span of the listener at a position. */
  static Span<?> at(int position, Span<?> composite) {
    return composite instanceof CompositeSpan<?> spans ? spans.all.get(position) : Span.none();
  }

  @Override
  public Scope makeCurrent() {
    Deque<Scope> open = new ArrayDeque<>();
    Scope composite = () -> CompositeListener.forEach(open, Scope::close);
    try {
      CompositeListener.forEach(all, span -> open.push(span.makeCurrent()));
    } catch (Error e) {
      composite.close();
      throw e;
    }
    return composite;
  }

  @Override
  public void end(E event) {
    CompositeListener.forEach(all, span -> span.end(event));
  }
}
