package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.listing.MembersPage;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * The members of one audience, and how they are read. Immutable and thread-safe.
 *
 * @param source where the pages come from
 * @param threads run the requests for pages
 * @param time measures the progress and the deadline
 */
public record Listing(PageSource source, Executor threads, Time time, ListingOptions options) {

  public Listing with(ListingOptions changed) {
    return new Listing(source, threads, time, changed);
  }

  /** Reads one page: on the calling thread, or with a deadline on another one. */
  public MembersPage page(int number) {
    ListingOptions.requirePage(number);
    return options.deadline() == null
        ? source.read(new PageRequest(number, false, CallOwner.ofSingleCall()))
        : PageTask.read(this, number);
  }

  /**
   * Waits before another reading.
   *
   * @param deadline that of all readings
   * @param next names the reading that follows
   * @throws io.github.thriveaudience.error.ThriveTimeoutException if the deadline would pass
   * @throws ThriveInterruptedException if the thread is interrupted
   * @throws IllegalStateException if the client is closed, even during the wait
   */
  public void pause(Duration wait, ListingDeadline deadline, String next) {
    deadline.beforeWait(wait, Texts.format("the wait of %s before %s", wait, next));
    try {
      if (!wait.isZero()) {
        source.pause(wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ThriveInterruptedException(
          Texts.format("The thread was interrupted between two readings of %s.", subject()), e);
    }
  }

  /** Names the audience in messages. */
  public String subject() {
    return source.subject();
  }
}
