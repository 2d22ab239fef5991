package io.github.thriveaudience.wire;

import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records all events of a client in order. */
final class RecordedEvents implements ClientListener {
  final List<Object> all = new CopyOnWriteArrayList<>();

  <T> List<T> of(Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void onRequest(RequestEvent event) {
    all.add(event);
  }

  @Override
  public void onRetry(RetryEvent event) {
    all.add(event);
  }

  @Override
  public void onThrottled(ThrottledEvent event) {
    all.add(event);
  }

  @Override
  public void onPage(PageEvent event) {
    all.add(event);
  }

  @Override
  public void onCall(CallEvent event) {
    all.add(event);
  }
}
