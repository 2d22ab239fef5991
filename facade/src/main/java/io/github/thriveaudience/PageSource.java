package io.github.thriveaudience;

/** Where pages come from. */
@FunctionalInterface
interface PageSource {

  /**
   * Reads one page, by one request.
   *
   * @param page the number of the page, 1 or more
   */
  MembersPage read(int page);
}
