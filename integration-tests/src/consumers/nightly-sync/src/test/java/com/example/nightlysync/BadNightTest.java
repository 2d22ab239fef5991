package com.example.nightlysync;

import static com.example.nightlysync.NightlySync.ALERT;
import static com.example.nightlysync.NightlySync.CHECK_LEAVERS;
import static com.example.nightlysync.NightlySync.FIX_CONFIGURATION;
import static com.example.nightlysync.NightlySync.RETRY_LATER;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.github.thriveaudience.testing.Scenarios.drifting;
import static io.github.thriveaudience.testing.Scenarios.fails;
import static io.github.thriveaudience.testing.Scenarios.pagesOf;
import static io.github.thriveaudience.testing.Scenarios.throttledFor;
import static io.github.thriveaudience.testing.Scenarios.throttledOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.auth.Credentials;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Between two audiences on which all goes well is one on which it does not. */
class BadNightTest extends NightTest {

  @BeforeEach
  void twoAudiencesThatGoWell() throws SQLException {
    inDatabase("a-first", "kept");
    listed("a-first", "kept", "new");
    inDatabase("z-last", "kept");
    listed("z-last", "kept", "new");
  }

  private void firstAndLastAreInStep() throws SQLException {
    assertThat(ids("a-first")).containsExactly("kept", "new");
    assertThat(ids("z-last")).containsExactly("kept", "new");
    assertThat(changes())
        .contains(
            row("a-first", "joined", "new", "applied"), row("z-last", "joined", "new", "applied"));
  }

  /** Each reading says at its first page that there is one member more than at its second. */
  @Test
  void removesNobodyWhileTheListDrifts() throws SQLException {
    inDatabase("drifting", "absent-1", "absent-2", "id-01");
    STUBS.given("drifting", list(numbered("id-", 52)), pagesOf(PAGE_SIZE), drifting());

    assertThat(run(client())).isEqualTo(RETRY_LATER);

    assertThat(ids("drifting"))
        .hasSize(PAGE_SIZE + 3)
        .contains("absent-1", "absent-2", "id-52")
        .contains(numbered("id-", PAGE_SIZE))
        .doesNotContain("id-51");
    assertThat(changes())
        .filteredOn(row -> row.contains("drifting"))
        .hasSize(PAGE_SIZE)
        .allMatch(row -> row.contains("joined"));
    assertThat(requests())
        .as("three readings of two pages")
        .containsExactly(
            "a-first",
            "drifting",
            "drifting",
            "drifting",
            "drifting",
            "drifting",
            "drifting",
            "z-last");
    firstAndLastAreInStep();
  }

  @Test
  void isDoneDespiteThrottling() throws SQLException {
    inDatabase("busy", "kept");
    STUBS.given("busy", list("kept", "new"), throttledOnce());

    assertThat(run(client())).isZero();

    assertThat(ids("busy")).containsExactly("kept", "new");
    assertThat(requests()).containsExactly("a-first", "busy", "busy", "z-last");
    firstAndLastAreInStep();
  }

  @Test
  void isToBeRunLaterIfTheServerThrottlesForAnHour() throws SQLException {
    inDatabase("busy", "absent");
    STUBS.given("busy", throttledFor(Duration.ofHours(1)));

    assertThat(run(client())).isEqualTo(RETRY_LATER);

    assertThat(ids("a-first")).containsExactly("kept", "new");
    assertThat(ids("busy")).containsExactly("absent");
    assertThat(ids("z-last")).containsExactly("kept");
    assertThat(changes()).containsExactly(row("a-first", "joined", "new", "applied"));
    assertThat(requests()).as("no request during the wait").containsExactly("a-first", "busy");
  }

  @Test
  void goesOnAfterAnAudienceThatTheServerCannotRead() throws SQLException {
    inDatabase("failing", "absent");
    STUBS.given("failing", fails(500));

    assertThat(run(client().maxAttempts(1))).isEqualTo(RETRY_LATER);

    assertThat(ids("failing")).containsExactly("absent");
    assertThat(changes()).hasSize(2);
    assertThat(requests()).containsExactly("a-first", "failing", "z-last");
    firstAndLastAreInStep();
  }

  @Test
  void holdsBackTooManyLeavers() throws SQLException {
    inDatabase("shrinking", numbered("id-", 11));
    listed("shrinking", "id-01", "id-02", "id-03", "id-04", "id-05", "id-06", "id-07", "new");

    assertThat(run(client())).isEqualTo(CHECK_LEAVERS);

    assertThat(ids("shrinking")).containsExactly(numbered("id-", 11));
    assertThat(changes())
        .filteredOn(row -> row.contains("shrinking"))
        .containsExactly(
            row("shrinking", "joined", "new", "held back"),
            row("shrinking", "left", "id-08", "held back"),
            row("shrinking", "left", "id-09", "held back"),
            row("shrinking", "left", "id-10", "held back"),
            row("shrinking", "left", "id-11", "held back"));
    assertThat(requests())
        .containsExactly("a-first", "shrinking", "shrinking", "shrinking", "z-last");
    firstAndLastAreInStep();
  }

  @Test
  void holdsBackAllLeaversOfAnAudienceThatIsEmptyAllAtOnce() throws SQLException {
    inDatabase("empty-team", "only");

    assertThat(run(client())).isEqualTo(CHECK_LEAVERS);

    assertThat(ids("empty-team")).containsExactly("only");
    assertThat(changes()).contains(row("empty-team", "left", "only", "held back"));
    assertThat(requests())
        .containsExactly("a-first", "empty-team", "empty-team", "empty-team", "z-last");
    firstAndLastAreInStep();
  }

  @Test
  void removesNobodyFromAnAudienceThatIsNotFound() throws SQLException {
    inDatabase("no-such-team", "absent");

    assertThat(run(client())).isEqualTo(FIX_CONFIGURATION);

    assertThat(ids("no-such-team")).containsExactly("absent");
    assertThat(changes()).hasSize(2);
    assertThat(requests()).containsExactly("a-first", "no-such-team", "z-last");
    firstAndLastAreInStep();
  }

  @Test
  void appliesNothingWithWrongCredentials() throws SQLException {
    assertThat(run(client().credentials(Credentials.basic("eu-west-2_Quickstart", "wrong"))))
        .isEqualTo(FIX_CONFIGURATION);

    assertThat(ids("a-first")).containsExactly("kept");
    assertThat(ids("z-last")).containsExactly("kept");
    assertThat(changes()).isEmpty();
    assertThat(requests()).containsExactly("a-first");
  }

  @Test
  void alertsTheOperatorsOfAMalformedResponse() throws SQLException {
    inDatabase("login-page", "absent");
    STUBS
        .wireMock()
        .stubFor(
            get(urlPathEqualTo("/rest/v1/audiences/login-page/members")).willReturn(okJson("{}")));

    assertThat(run(client())).isEqualTo(ALERT);

    assertThat(ids("login-page")).containsExactly("absent");
    assertThat(requests()).containsExactly("a-first", "login-page", "z-last");
    firstAndLastAreInStep();
  }

  @Test
  void rollsBackAnAudienceWhoseChangesTheDatabaseRefuses() throws SQLException {
    inDatabase("refused", "kept", "left");
    listed("refused", "kept", "new", "refused");
    execute("alter table membership add check (user_id <> 'refused')");

    assertThat(run(client())).isEqualTo(ALERT);

    assertThat(ids("refused")).containsExactly("kept", "left");
    assertThat(changes()).hasSize(2);
    assertThat(requests()).containsExactly("a-first", "refused", "refused", "refused", "z-last");
    firstAndLastAreInStep();
  }

  @Test
  void appliesNoChangesThatCannotBePrinted() throws SQLException {
    output =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };

    assertThat(run(client())).isEqualTo(ALERT);

    assertThat(ids("a-first")).containsExactly("kept");
    assertThat(ids("z-last")).containsExactly("kept");
    assertThat(requests()).containsExactly("a-first", "z-last");
  }
}
