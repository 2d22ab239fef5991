package io.github.thriveaudience;

import io.github.thriveaudience.model.AudienceMember;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The members of one audience, described and not yet read: each iteration, stream or page sends its
 * own requests when it is read. Immutable, safe to share between threads.
 *
 * <pre>{@code
 * for (AudienceMember member : thrive.members("tech-team")) { ... }
 * }</pre>
 *
 * <p>The API promises no order, and the list can change between two pages: a member who joins or
 * leaves while several pages are read can shift others, so that one is missed or comes twice.
 *
 * <p>Reading throws a {@link io.github.thriveaudience.error.ThriveException} when the API or the
 * way to it fails, and {@link IllegalStateException} when the client is closed. After an exception
 * from an iterator the members that it returned so far are a part of the audience, never the whole.
 */
public final class Members implements Iterable<AudienceMember> {
  private final String audience;
  private final PageSource pages;

  Members(String audience, PageSource pages) {
    this.audience = audience;
    this.pages = pages;
  }

  /**
   * Goes through all members, one request a page. No request is sent before the first {@code
   * hasNext()} or {@code next()}, and no more than one page is held.
   *
   * <p>It ends with an exception where the server's figures show that members would be lost: a page
   * that is empty or another than was asked for, or a page size that changes on the way. It does
   * not count whether as many members came as the server announced.
   *
   * @return an iterator for one thread, which starts anew at the first page
   */
  @Override
  public Iterator<AudienceMember> iterator() {
    return new MemberIterator(pages, audience);
  }

  /**
   * Streams all members, one request a page, as lazily as {@link #iterator()}.
   *
   * @return a sequential, ordered stream, which need not be closed
   */
  public Stream<AudienceMember> stream() {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(
        () -> Spliterators.spliteratorUnknownSize(iterator(), characteristics),
        characteristics,
        false);
  }

  /**
   * Reads one page, by one request.
   *
   * @param page the number of the page, counted from 1; beyond the last one, a page
   *     without members
   * @return the page
   * @throws IllegalArgumentException if {@code page} is below 1
   * @throws IllegalStateException if the client is closed
   * @throws io.github.thriveaudience.error.ThriveApiException if the API answers with an error; a
   *     subclass for each documented status
   * @throws io.github.thriveaudience.error.MalformedResponseException if the answer is not what the
   *     API reference describes
   * @throws io.github.thriveaudience.error.ThriveConnectionException if no whole answer comes
   */
  public MembersPage page(int page) {
    if (page < 1) {
      throw new IllegalArgumentException("page must be 1 or more, but was " + page);
    }
    return pages.read(page);
  }

  @Override
  public String toString() {
    return "Members[audience=" + audience + "]";
  }
}
