package com.example.nightlysync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoodNightTest extends NightTest {
  private static final String COUNTS =
      "select a.audience || ' ' || count(user_id) from audience a"
          + " left join membership m on m.audience = a.audience group by a.audience";

  /** Four of the stubs, and those of this test. */
  private List<String> thirtyAudiences() throws SQLException {
    List<String> audiences =
        new ArrayList<>(List.of("tech-team", "one-member-team", "empty-team", "R&D / 北京 50%"));
    for (String team : numbered("team-", 26)) {
      listed(team, team + "-a", team + "-b");
      audiences.add(team);
    }
    for (String audience : audiences) {
      inDatabase(audience);
    }
    Collections.sort(audiences);
    return audiences;
  }

  @Test
  void fillsTheDatabaseOfThirtyAudiences() throws SQLException {
    List<String> audiences = thirtyAudiences();

    assertThat(run(client())).isZero();

    assertThat(column(COUNTS))
        .hasSize(30)
        .contains("tech-team 250", "one-member-team 1", "empty-team 0", "R&D / 北京 50% 3")
        .contains("team-01 2", "team-26 2");
    assertThat(changes()).hasSize(250 + 1 + 3 + 26 * 2).allMatch(row -> row.contains("joined"));
    assertThat(requests()).hasSize(29 + 5);
    assertThat(requests().stream().distinct()).containsExactlyElementsOf(audiences);
  }

  @Test
  void readsEachAudienceOnceIfNothingHasChanged() throws SQLException {
    List<String> audiences = thirtyAudiences();
    run(client());
    List<String> before = column("select user_id || reference || email from membership");
    int ofTheFirstNight = requests().size();

    assertThat(run(client())).isZero();

    assertThat(column("select user_id || reference || email from membership")).isEqualTo(before);
    assertThat(changes()).isEmpty();
    List<String> requests = requests().subList(ofTheFirstNight, requests().size());
    assertThat(requests).hasSize(29 + 5);
    assertThat(requests.stream().distinct()).containsExactlyElementsOf(audiences);
  }

  @Test
  void appliesWhoJoinedAndLeftAndWasUpdated() throws SQLException {
    inDatabase("team", "a", "b", "c");
    execute(
        "update membership set reference = null, email = 'old@example.com' where user_id = 'b'");
    listed("team", "d", "b", "a");

    assertThat(run(client())).isZero();

    assertThat(column("select user_id || ' ' || reference || ' ' || email from membership"))
        .containsExactlyInAnyOrder(
            "a ref-a a@example.com", "b ref-b b@example.com", "d ref-d d@example.com");
    assertThat(changes())
        .containsExactly(
            row("team", "joined", "d", "applied"),
            row("team", "updated", "b", "applied"),
            row("team", "left", "c", "applied"));
    assertThat(requests()).as("three readings prove who has left").hasSize(3);
  }

  @Test
  void leavesTheSameUserInAnotherAudience() throws SQLException {
    inDatabase("sales", "a", "b");
    inDatabase("team", "a", "b");
    listed("sales", "b");
    listed("team", "a", "b");

    assertThat(run(client())).isZero();

    assertThat(ids("sales")).containsExactly("b");
    assertThat(ids("team")).containsExactly("a", "b");
    assertThat(requests()).containsExactly("sales", "sales", "sales", "team");
  }

  @Test
  void printsNoFormulas() throws SQLException {
    String formula = "=1+1";
    inDatabase(formula, "@left", "b", "c", "d", "e", "f");
    listed(formula, "b", "c", "d", "e", "f", "-\"joined\"");

    assertThat(run(client())).isZero();

    assertThat(ids(formula)).contains("-\"joined\"").doesNotContain("@left");
    assertThat(changes())
        .containsExactly(
            "\"'=1+1\",\"joined\",\"'-\"\"joined\"\"\",\"applied\"",
            "\"'=1+1\",\"left\",\"'@left\",\"applied\"");
    assertThat(requests()).containsOnly(formula);
  }
}
