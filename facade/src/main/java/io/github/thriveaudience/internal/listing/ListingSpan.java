package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.event.ListingEvent;
import io.github.thriveaudience.event.ListingInfo;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What listeners follow a listing by: from its first request until its last page is read, it fails
 * or its reader stops. A listing that goes on after a failure is another one to them. For one
 * thread; any thread may end it.
 */
final class ListingSpan {
  private final PageSource source;
  private final Time time;
  private final AtomicBoolean open = new AtomicBoolean();
  private volatile Span<ListingEvent> span = Span.none();
  private final ListingInfo listing;
  private volatile long begin;
  private volatile int pages;
  private volatile long members;

  /** The span of a listing that has not begun. */
  ListingSpan(PageSource source, Time time) {
    this.source = source;
    this.listing = source.listing();
    this.time = time;
  }

  /** The span, even after its end: a call of the listing may last longer. */
  Span<ListingEvent> span() {
    return span;
  }

  /** Notes a request, which starts the span if none is open. */
  void requesting() {
    if (!open.get()) {
      span = source.startListing(listing);
      if (span != Span.<ListingEvent>none()) {
        begin = time.nanos();
        set(0, 0);
        open.set(true);
      }
    }
  }

  /** Notes a page that was read. */
  void read(int count) {
    set(pages + 1, members + count);
  }

  private void set(int readPages, long readMembers) {
    pages = readPages;
    members = readMembers;
  }

  /** Ends the span, if one is open. */
  void end(@Nullable Throwable failure) {
    if (open.compareAndSet(true, false)) {
      Duration elapsed = Duration.ofNanos(time.nanos() - begin);
      span.end(ListingEvent.of(listing, elapsed, pages, members, failure));
    }
  }
}
