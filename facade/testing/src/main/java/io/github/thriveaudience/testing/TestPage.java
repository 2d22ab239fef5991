package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.listing.PageRequest;
import io.github.thriveaudience.internal.listing.PageValidator;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.model.AudienceMembers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds a page as {@code Members.page} returns it: {@link #build} refuses what the client would
 * refuse as a response. For one thread.
 *
 * <pre>{@code
 * MembersPage page = TestPage.of(TestMembers.of(10)).perPage(10).totalResults(25).build();
 * }</pre>
 */
public final class TestPage {
  private static final int MAX_PAGE_SIZE = 1000;

  private final List<AudienceMember> members;
  private int page = 1;
  private int perPage = MAX_PAGE_SIZE;
  private @Nullable Long totalResults;
  private Map<String, List<String>> headers = Map.of();

  private TestPage(Collection<AudienceMember> members) {
    this.members = List.copyOf(members);
  }

  /**
   * Starts to build a page.
   *
   * @param members the members on the page, which are copied
   * @return a builder of the only page of an audience
   */
  public static TestPage of(Collection<AudienceMember> members) {
    return new TestPage(members);
  }

  /**
   * Sets the number of the page.
   *
   * @param page 1 or more; default 1
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public TestPage page(int page) {
    this.page = Check.atLeast(1, "page", page);
    return this;
  }

  /**
   * Sets the number of members on a page, from which the number of pages follows.
   *
   * @param perPage 1 or more; default 1000
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public TestPage perPage(int perPage) {
    this.perPage = Check.atLeast(1, "perPage", perPage);
    return this;
  }

  /**
   * Sets the number of members in the audience.
   *
   * @param totalResults 0 or more; default: as many as there are with this page as the last one
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public TestPage totalResults(long totalResults) {
    this.totalResults = Check.atLeast(0, "totalResults", totalResults);
    return this;
  }

  /**
   * Sets the headers of the response that the client exposes.
   *
   * @param headers by their names, which are case-insensitive; they are copied. Default: none
   * @return this
   */
  public TestPage headers(Map<String, List<String>> headers) {
    this.headers = Map.copyOf(headers);
    return this;
  }

  /**
   * Builds the page.
   *
   * @return the page
   * @throws IllegalArgumentException if the values contradict each other, such as more members than
   *     {@code perPage}, or none on a page that must have some; the message names them. Or if the
   *     names of two headers differ in case alone
   */
  public MembersPage build() {
    long total = totalResults == null ? (page - 1L) * perPage + members.size() : totalResults;
    long pages = (total + perPage - 1) / perPage;
    AudienceMembers response = FakeList.response(members, page, perPage, total, pages);
    try {
      return new PageValidator(MalformedResponseException::new)
          .check(response, new PageRequest(page, false, CallOwner.ofSingleCall()))
          .withHeaders(headers);
    } catch (MalformedResponseException e) {
      throw new IllegalArgumentException("the page contradicts itself: " + e.getMessage(), e);
    }
  }
}
