package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * Iterates over all members, and holds one page of them. Once it is closed, it returns no member
 * and does not look complete. For one thread; any thread may close it.
 */
public final class MemberIterator implements Iterator<AudienceMember>, AutoCloseable {
  private final PagePrefetcher pages;
  private final String subject;
  private Iterator<AudienceMember> members = Collections.emptyIterator();
  private int page;
  private int perPage;
  private boolean registered;

  /**
   * An iterator that has sent nothing.
   *
   * @throws IllegalStateException if the listing continues a failed reading
   */
  public MemberIterator(Listing listing) {
    listing.options().requireNotResumed();
    this.pages = new PagePrefetcher(listing, false, new ListingDeadline(listing), 1);
    this.subject = listing.subject();
  }

  @Override
  public boolean hasNext() {
    while (!members.hasNext() && pages.hasNext()) {
      readNextPage();
    }
    boolean hasNext = members.hasNext();
    if (hasNext) {
      pages.requireNotClosed();
    }
    return hasNext;
  }

  @Override
  public AudienceMember next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more members");
    }
    return members.next();
  }

  /** Cancels requests in flight if the consumer fails. */
  @Override
  public void forEachRemaining(Consumer<? super AudienceMember> consumer) {
    try {
      Iterator.super.forEachRemaining(consumer);
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() {
    pages.close();
  }

  private void readNextPage() {
    // Released before the next page is read, so that no more pages are held than promised.
    members = Collections.emptyIterator();
    MembersPage next = pages.next();
    requireSamePageSize(next);
    page = next.page();
    perPage = next.perPage();
    members = next.members().iterator();
    closeWhenCollected();
  }

  /** Members between pages of different sizes would be lost. */
  private void requireSamePageSize(MembersPage next) {
    if (perPage != 0 && perPage != next.perPage()) {
      MalformedResponseException failure =
          new MalformedResponseException(
              Texts.format(
                  "The server changed the page size from %d to %d between pages %d and %d of %s.",
                  perPage, next.perPage(), page, next.page(), subject));
      pages.goBackTo(next.page(), failure);
      throw failure;
    }
  }

  /** A loop that is left early closes nothing: the garbage collector has to cancel its requests. */
  private void closeWhenCollected() {
    try {
      if (!registered && pages.hasNext()) {
        Collector.CLEANER.register(this, pages::close);
        registered = true;
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /** Starts its thread with the first listing of several pages. */
  private static final class Collector {
    static final Cleaner CLEANER = Cleaner.create();
  }
}
