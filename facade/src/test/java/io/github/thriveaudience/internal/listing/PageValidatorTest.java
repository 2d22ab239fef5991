package io.github.thriveaudience.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.model.AudienceMembers;
import io.github.thriveaudience.model.Pagination;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageValidatorTest {
  private final PageValidator validator = new PageValidator(MalformedResponseException::new);
  private boolean gapsAllowed;

  @ParameterizedTest
  @CsvSource({
    // members, requested, totalResults, totalPages, page, perPage
    "0,   1, 0,   0, 1, 100",
    "0,   1, 0,   1, 1, 100",
    "1,   1, 1,   1, 1, 100",
    "100, 1, 100, 1, 1, 100",
    "100, 1, 101, 2, 1, 100",
    "1,   2, 101, 2, 2, 100",
    "0,   3, 101, 2, 3, 100",
    "98,  1, 250, 3, 1, 100",
    "10,  1, 10,  3, 1, 10",
    "1,   1, 1.0, 1.00, 1e0, 1E+2",
    "1,   1, 1,   2147483647, 1, 2147483647",
    "0,   1, 0e2147483647, 0e-2147483647, 1, 100",
  })
  void acceptsFiguresThatAgree(
      int members, int requested, String results, String pages, String page, String perPage) {
    assertThat(check(members, requested, results, pages, page, perPage).members()).hasSize(members);
  }

  @ParameterizedTest
  @CsvSource({
    "1,   2, 1,   1, 1, 100, page 1 was returned where page 2 was requested",
    "101, 1, 101, 2, 1, 100, '101 members were returned on page 1, although perPage is 100'",
    "100, 1, 250, 2, 1, 100, 250 members do not fit on 2 pages of 100",
    "0,   2, 250, 3, 2, 100, '0 members were returned on page 2, although totalResults is 250 and perPage is 100'",
    "5,   4, 250, 9, 4, 100, '5 members were returned on page 4, although totalResults is 250 and perPage is 100'",
    "1,   1, 0,   0, 1, 100, '1 members were returned on page 1, although totalResults is 0 and perPage is 100'",
    "1,   1, -1,  1, 1, 100, pagination.totalResults is not a whole number",
    "1,   1, 1.5, 1, 1, 100, pagination.totalResults is not a whole number",
    "1,   1, 9223372036854775808, 1, 1, 100, pagination.totalResults is not a whole number",
    "1,   1, 1e-999999999, 1, 1, 100, pagination.totalResults is not a whole number",
    "1,   1, 1e999999999, 1, 1, 100, pagination.totalResults is not a whole number",
    "1,   1, 1e2147483647, 1, 1, 100, pagination.totalResults is not a whole number",
    "1,   1, 1e-2147483647, 1, 1, 100, pagination.totalResults is not a whole number",
    "1,   1, 1, 2147483648, 1, 100, pagination.totalPages is not a whole number",
    "1,   1, 1, -1, 1, 100, pagination.totalPages is not a whole number",
    "1,   1, 1, 1, 0, 100, pagination.page is not a whole number",
    "1,   1, 1, 1, 1, 0, pagination.perPage is not a whole number",
  })
  void rejectsFiguresThatContradict(
      int members,
      int requested,
      String results,
      String pages,
      String page,
      String perPage,
      String expected) {
    assertThatThrownBy(() -> check(members, requested, results, pages, page, perPage))
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageStartingWith(expected);
  }

  @Test
  void returnsTheFigures() {
    MembersPage page = check(100, 2, "250", "3", "2", "100");

    assertThat(page.page()).isEqualTo(2);
    assertThat(page.perPage()).isEqualTo(100);
    assertThat(page.totalResults()).isEqualTo(250);
    assertThat(page.totalPages()).isEqualTo(3);
    assertThat(page.hasNext()).isTrue();
  }

  @Test
  void acceptsAnEmptyPageOnlyIfGapsAreAllowed() {
    gapsAllowed = true;
    assertThat(check(0, 1, "10", "1", "1", "10").members()).isEmpty();

    gapsAllowed = false;
    assertThatThrownBy(() -> check(0, 1, "10", "1", "1", "10"))
        .isInstanceOf(MalformedResponseException.class);
  }

  private MembersPage check(
      int members, int requested, String results, String pages, String page, String perPage) {
    Pagination figures =
        Pagination.builder()
            .totalResults(new BigDecimal(results))
            .totalPages(new BigDecimal(pages))
            .page(new BigDecimal(page))
            .perPage(new BigDecimal(perPage))
            .build();
    AudienceMember member = AudienceMember.builder().userId("id").build();
    AudienceMembers response =
        AudienceMembers.builder()
            .results(Collections.nCopies(members, member))
            .pagination(figures)
            .build();
    return validator.check(
        response, new PageRequest(requested, gapsAllowed, CallOwner.ofSingleCall()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "th-TH-u-nu-thai"})
  void theMessageIsTheSameInEveryLocale(String tag) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(tag));
    try {
      assertThatThrownBy(() -> check(100, 1, "250", "2", "1", "100"))
          .hasMessage("250 members do not fit on 2 pages of 100");
    } finally {
      Locale.setDefault(before);
    }
  }
}
