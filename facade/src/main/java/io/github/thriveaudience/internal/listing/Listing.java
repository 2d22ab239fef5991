package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.listing.MembersPage;
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

  /** Names the audience in messages. */
  public String subject() {
    return source.subject();
  }
}
