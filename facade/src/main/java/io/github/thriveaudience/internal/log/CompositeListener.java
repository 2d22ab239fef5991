package io.github.thriveaudience.internal.log;

import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.RequestQueue;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import io.github.thriveaudience.event.ThrottlingEndedEvent;
import io.github.thriveaudience.internal.call.CallBegins;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log and the user's listeners as one listener. An exception of a listener is logged and does
 * not affect the call. An {@link Error} is thrown once all listeners have been notified.
 */
public final class CompositeListener implements ClientListener, CallBegins {
  private static final Logger LOG = LoggerFactory.getLogger(LoggingListener.NAME);

  private final List<ClientListener> all;

  public CompositeListener(List<ClientListener> given) {
    all = Stream.concat(Stream.of(new LoggingListener()), given.stream()).toList();
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
  public void onBegin(CallInfo call) {
    notifyEach(
        listener -> {
          if (listener instanceof CallBegins begins) {
            begins.onBegin(call);
          }
        });
  }

  @Override
  public void onCall(CallEvent event) {
    notifyEach(listener -> listener.onCall(event));
  }

  /** Notifies every listener, even after one has failed. */
  private void notifyEach(Consumer<ClientListener> event) {
    Error error = null;
    for (ClientListener listener : all) {
      try {
        event.accept(listener);
      } catch (Error e) {
        error = first(error, e);
      } catch (Exception e) {
        LOG.warn("A listener failed: {}", listener.getClass().getName(), shown(e));
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
