package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;
import java.util.List;

/**
 * One page of an audience's members, with the server's own figures. Immutable, equal by value, not
 * for users to implement.
 */
public interface MembersPage {

  /**
   * The members on this page.
   *
   * @return an immutable list, in the order in which the server sent them
   */
  List<AudienceMember> members();

  /**
   * The number of this page.
   *
   * @return 1 or more
   */
  int page();

  /**
   * The number of members that the server puts on a page. It can be lower than the page size that
   * was requested.
   *
   * @return 1 or more
   */
  int perPage();

  /**
   * The number of members in the audience, as this page announces it.
   *
   * @return 0 or more
   */
  long totalResults();

  /**
   * The number of pages, as this page announces it.
   *
   * @return 0 or more
   */
  int totalPages();

  /**
   * Whether another page follows.
   *
   * @return true if the server announces a further page and this page is not empty
   */
  default boolean hasNext() {
    return page() < totalPages() && !members().isEmpty();
  }

  /**
   * Creates a page, for tests of code that works with one. Later versions may add components: this
   * method then gives them defaults.
   *
   * @param members the members on this page, which are copied
   * @param page the number of this page, 1 or more
   * @param perPage the number of members on a page, 1 or more
   * @param totalResults the number of members in the audience, 0 or more
   * @param totalPages the number of pages, 0 or more
   * @return the page
   */
  static MembersPage of(
      List<AudienceMember> members, int page, int perPage, long totalResults, int totalPages) {
    return new Listings.MembersPage(members, page, perPage, totalResults, totalPages);
  }
}
