package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMembers;
import io.github.thriveaudience.model.Pagination;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * Checks that the figures of a page match the request and each other, so that a part of an audience
 * is not mistaken for the whole.
 */
public final class PageValidator {
  private final Function<String, MalformedResponseException> malformed;

  /**
   * A validator.
   *
   * @param malformed creates the exception from a description of the fault
   */
  public PageValidator(Function<String, MalformedResponseException> malformed) {
    this.malformed = malformed;
  }

  /** Returns the page of a response that passes. */
  public MembersPage check(AudienceMembers response, PageRequest request) {
    int requested = request.page();
    Pagination figures = response.pagination();
    MembersPage page =
        MembersPage.of(
            response.results(),
            (int) whole("page", figures.page(), 1, Integer.MAX_VALUE),
            (int) whole("perPage", figures.perPage(), 1, Integer.MAX_VALUE),
            whole("totalResults", figures.totalResults(), 0, Long.MAX_VALUE),
            (int) whole("totalPages", figures.totalPages(), 0, Integer.MAX_VALUE));
    require(
        page.page() == requested,
        "page %d was returned where page %d was requested",
        page.page(),
        requested);
    checkTotals(page);
    checkMembers(page, request.gapsAllowed());
    return page;
  }

  private void checkTotals(MembersPage page) {
    require(
        (long) page.totalPages() * page.perPage() >= page.totalResults(),
        "%d members do not fit on %d pages of %d",
        page.totalResults(),
        page.totalPages(),
        page.perPage());
  }

  private void checkMembers(MembersPage page, boolean gapsAllowed) {
    int count = page.members().size();
    require(
        count <= page.perPage(),
        "%d members were returned on page %d, although perPage is %d",
        count,
        page.page(),
        page.perPage());
    // A server that leaves members out after paging may have counted them, or not.
    require(
        EmptyPages.mustHaveMembers(page) == (count > 0)
            || (gapsAllowed && page.page() <= page.totalPages()),
        "%d members were returned on page %d, although totalResults is %d and perPage is %d",
        count,
        page.page(),
        page.totalResults(),
        page.perPage());
  }

  private long whole(String name, BigDecimal figure, long min, long max) {
    boolean holds =
        figure.compareTo(BigDecimal.valueOf(min)) >= 0
            && figure.compareTo(BigDecimal.valueOf(max)) <= 0
            && figure.stripTrailingZeros().scale() <= 0;
    require(holds, "pagination.%s is not a whole number from %d to %d", name, min, max);
    return figure.longValueExact();
  }

  private void require(boolean holds, String format, Object... arguments) {
    if (!holds) {
      throw malformed.apply(Texts.format(format, arguments));
    }
  }
}
