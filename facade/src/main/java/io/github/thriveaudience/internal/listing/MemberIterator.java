package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import java.lang.ref.Reference;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * Goes through the members of a traversal and holds one page of it. Once the traversal is closed,
 * on whatever thread, it gives no member and does not look complete. For one thread.
 */
public final class MemberIterator implements Iterator<AudienceMember> {
  private final PageTraversal pages;
  private final PageSource source;
  private Iterator<AudienceMember> members = Collections.emptyIterator();
  private int number;
  private int perPage;
  private boolean watched;

  public MemberIterator(PageTraversal pages, PageSource source) {
    this.pages = pages;
    this.source = source;
  }

  @Override
  public boolean hasNext() {
    while (!members.hasNext() && pages.hasNext()) {
      readNextPage();
    }
    boolean more = members.hasNext();
    if (more) {
      pages.requireNotClosed();
    }
    return more;
  }

  @Override
  public AudienceMember next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more members");
    }
    return members.next();
  }

  /** Ends what is under way if the consumer fails. */
  @Override
  public void forEachRemaining(Consumer<? super AudienceMember> consumer) {
    try {
      Iterator.super.forEachRemaining(consumer);
    } catch (Throwable e) {
      pages.close();
      throw e;
    }
  }

  private void readNextPage() {
    // Not held while others come, so that there is never one page more than promised.
    members = Collections.emptyIterator();
    MembersPage page = pages.next();
    requireSamePageSize(page);
    number = page.page();
    perPage = page.perPage();
    members = page.members().iterator();
    endWhenAbandoned();
  }

  /** Pages of different sizes do not join up: members between them would be lost. */
  private void requireSamePageSize(MembersPage page) {
    if (perPage != 0 && perPage != page.perPage()) {
      pages.goBackTo(page.page());
      throw new MalformedResponseException(
          Texts.format(
              "The server changed the page size from %d to %d between pages %d and %d of %s.",
              perPage, page.perPage(), number, page.page(), source.subject()));
    }
  }

  /** A loop that is left tells nobody: the collector finds out, and pages under way are ended. */
  private void endWhenAbandoned() {
    try {
      if (!watched && pages.hasNext()) {
        TraversalCleaner.onCollection(this, pages);
        watched = true;
      }
    } finally {
      Reference.reachabilityFence(this);
    }
  }
}
