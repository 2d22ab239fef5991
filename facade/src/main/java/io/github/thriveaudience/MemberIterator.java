package io.github.thriveaudience;

import io.github.thriveaudience.model.AudienceMember;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes through the pages of a source and holds one of them. For one thread. */
final class MemberIterator implements Iterator<AudienceMember> {
  private final PageSource source;
  private @Nullable MembersPage page;
  private Iterator<AudienceMember> members = Collections.emptyIterator();

  MemberIterator(PageSource source) {
    this.source = source;
  }

  @Override
  public boolean hasNext() {
    while (!members.hasNext() && hasNextPage()) {
      readNextPage();
    }
    return members.hasNext();
  }

  @Override
  public AudienceMember next() {
    if (!hasNext()) {
      throw new NoSuchElementException("there are no more members");
    }
    return members.next();
  }

  private boolean hasNextPage() {
    return page == null || page.hasNext();
  }

  private void readNextPage() {
    page = source.read(page == null ? 1 : page.page() + 1);
    members = page.members().iterator();
  }
}
