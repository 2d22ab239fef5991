package io.github.thriveaudience;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.model.AudienceMember;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Goes through the pages of a source and holds one of them. For one thread. */
final class MemberIterator implements Iterator<AudienceMember> {
  private final PageSource source;
  private final String audience;
  private @Nullable MembersPage page;
  private Iterator<AudienceMember> members = Collections.emptyIterator();

  MemberIterator(PageSource source, String audience) {
    this.source = source;
    this.audience = audience;
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
    MembersPage next = source.read(page == null ? 1 : page.page() + 1);
    if (page != null && page.perPage() != next.perPage()) {
      throw changedPageSize(page, next);
    }
    page = next;
    members = page.members().iterator();
  }

  /** Pages of different sizes do not join up: members between them would be lost. */
  private MalformedResponseException changedPageSize(MembersPage before, MembersPage after) {
    return new MalformedResponseException(
        "The server changed the page size from %d to %d between pages %d and %d of audience \"%s\"."
            .formatted(
                before.perPage(), after.perPage(), before.page(), after.page(), audience));
  }
}
