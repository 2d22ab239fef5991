package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;
import java.util.List;

/**
 * One page of an audience's members, with the figures that the server gave. Immutable.
 *
 * @param members the members on this page, in the order in which the server sent them
 * @param page the number of this page, 1 or more
 * @param perPage the number of members that the server puts on a page; it can be lower than the
 *     page size that was asked for
 * @param totalResults the number of members in the audience, 0 or more
 * @param totalPages the number of pages, 0 or more
 */
public record MembersPage(
    List<AudienceMember> members, int page, int perPage, long totalResults, int totalPages) {

  /**
   * A page; the list is copied.
   *
   * @param members the members on this page
   * @param page the number of this page, 1 or more
   * @param perPage the number of members on a page
   * @param totalResults the number of members in the audience, 0 or more
   * @param totalPages the number of pages, 0 or more
   */
  public MembersPage {
    members = List.copyOf(members);
  }

  /**
   * Whether there is a page to ask for after this one.
   *
   * @return true if the server announces one and this page is not empty
   */
  public boolean hasNext() {
    return page < totalPages && !members.isEmpty();
  }
}
