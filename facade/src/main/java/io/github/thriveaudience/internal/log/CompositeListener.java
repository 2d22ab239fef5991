package io.github.thriveaudience.internal.log;

import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.ListingEvent;
import io.github.thriveaudience.event.ListingInfo;
import io.github.thriveaudience.event.OutgoingRequest;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.RequestQueue;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.event.ThrottledEvent;
import io.github.thriveaudience.event.ThrottlingEndedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log and the user's listeners as one listener. An exception of a listener is logged and does
 * not affect the call. An {@link Error} is thrown once all listeners have been notified.
 */
public final class CompositeListener implements ClientListener {
  private static final Logger LOG = LoggerFactory.getLogger(LoggingListener.NAME);

  private final List<ClientListener> all;

  public CompositeListener(List<ClientListener> given) {
    List<ClientListener> both = new ArrayList<>(given);
    both.add(0, new LoggingListener());
    all = List.copyOf(both);
  }

  @Override
  public void onOpen(RequestQueue queue) {
    notifyEach(listener -> listener.onOpen(queue));
  }

  @Override
  public void onRequest(RequestEvent event) {
    notifyEach(listener -> listener.onRequest(event));
  }

  @Override
  public void onRetry(RetryEvent event) {
    notifyEach(listener -> listener.onRetry(event));
  }

  @Override
  public void onThrottled(ThrottledEvent event) {
    notifyEach(listener -> listener.onThrottled(event));
  }

  @Override
  public void onThrottlingEnded(ThrottlingEndedEvent event) {
    notifyEach(listener -> listener.onThrottlingEnded(event));
  }

  @Override
  public void onPage(PageEvent event) {
    notifyEach(listener -> listener.onPage(event));
  }

  @Override
  public void onCall(CallEvent event) {
    notifyEach(listener -> listener.onCall(event));
  }

  @Override
  public Span<ListingEvent> startListing(ListingInfo listing) {
    return start((listener, position) -> listener.startListing(listing));
  }

  @Override
  public Span<CallEvent> startCall(CallInfo call, Span<?> listing) {
    return start(
        (listener, position) -> listener.startCall(call, CompositeSpan.at(position, listing)));
  }

  @Override
  public Span<RequestEvent> startRequest(OutgoingRequest request, Span<?> call) {
    return start(
        (listener, position) -> listener.startRequest(request, CompositeSpan.at(position, call)));
  }

  /** What each listener returns, or nothing for one that has failed. */
  private <E> Span<E> start(BiFunction<ClientListener, Integer, Span<E>> event) {
    List<Span<E>> spans = new ArrayList<>(Collections.nCopies(all.size(), Span.none()));
    ListIterator<Span<E>> next = spans.listIterator();
    notifyEach(
        listener -> {
          int position = next.nextIndex();
          next.next();
          next.set(Objects.requireNonNull(event.apply(listener, position), "span"));
        });
    return CompositeSpan.of(spans);
  }

  private void notifyEach(Consumer<ClientListener> event) {
    forEach(all, event);
  }

  /** Notifies each, even after one has failed. */
  static <T> void forEach(Iterable<T> each, Consumer<T> event) {
    Error error = null;
    for (T notified : each) {
      try {
        event.accept(notified);
      } catch (Error e) {
        error = first(error, e);
      } catch (Exception e) {
        LOG.warn("A listener failed: {}", notified.getClass().getName(), shown(e));
      }
    }
    if (error != null) {
      throw error;
    }
  }

  private static Error first(@Nullable Error earlier, Error later) {
    if (earlier == null || earlier == later) {
      return later;
    }
    earlier.addSuppressed(later);
    return earlier;
  }

  /**
   * The stack trace of an exception without its message and its causes, which may name an audience
   * or a member.
   */
  private static Throwable shown(Throwable failure) {
    Throwable shown = new RuntimeException(failure.getClass().getName());
    shown.setStackTrace(failure.getStackTrace());
    return shown;
  }
}
