package com.example.nightlysync;

import static com.example.nightlysync.NightlySync.FIX_CONFIGURATION;
import static io.github.thriveaudience.testing.Scenarios.secretRevoked;
import static io.github.thriveaudience.testing.Scenarios.tokenExpires;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.testing.ReceivedRequest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API rejects the token at the third audience, although it was issued for an hour. */
class ExpiredTokenTest extends NightTest {

  @BeforeEach
  void fiveAudiences() throws SQLException {
    for (String team : numbered("team-", 5)) {
      inDatabase(team, "kept");
      listed(team, "kept", "new");
    }
  }

  private static AudienceMembersClient.Builder oauth2() {
    return STUBS.oauthBuilder().pageSize(PAGE_SIZE);
  }

  private static long tokenRequests() {
    return STUBS.requests().stream().filter(ReceivedRequest::isTokenRequest).count();
  }

  @Test
  void goesOnWithANewToken() throws SQLException {
    STUBS.given("team-03", list("kept", "new"), tokenExpires());

    assertThat(run(oauth2())).isZero();

    for (String team : numbered("team-", 5)) {
      assertThat(ids(team)).containsExactly("kept", "new");
    }
    assertThat(changes()).hasSize(5);
    assertThat(requests())
        .containsExactly("team-01", "team-02", "team-03", "team-03", "team-04", "team-05");
    assertThat(tokenRequests()).isEqualTo(2);
  }

  @Test
  void keepsWhatIsAppliedIfNoNewTokenIsIssued() throws SQLException {
    STUBS.given("team-03", secretRevoked());

    assertThat(run(oauth2())).isEqualTo(FIX_CONFIGURATION);

    assertThat(ids("team-02")).containsExactly("kept", "new");
    for (String team : List.of("team-03", "team-04", "team-05")) {
      assertThat(ids(team)).containsExactly("kept");
    }
    assertThat(changes())
        .containsExactly(
            row("team-01", "joined", "new", "applied"), row("team-02", "joined", "new", "applied"));
    assertThat(requests()).containsExactly("team-01", "team-02", "team-03");
    assertThat(tokenRequests()).isEqualTo(2);
  }
}
