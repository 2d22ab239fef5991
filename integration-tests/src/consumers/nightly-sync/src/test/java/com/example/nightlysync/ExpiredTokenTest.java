package com.example.nightlysync;

import static com.example.nightlysync.NightlySync.FIX_CONFIGURATION;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API rejects the token from the third audience on, although it was issued for an hour. */
class ExpiredTokenTest extends NightTest {
  private static final String TOKEN_PATH = "/oauth2/token/eu-west-2_Quickstart";

  @BeforeEach
  void fiveAudiences() throws SQLException {
    for (String team : numbered("team-", 5)) {
      inDatabase(team, "kept");
      listed(team, "kept", "new");
      API.stubFor(
          pages(team)
              .atPriority(1)
              .withHeader("Authorization", equalTo("Bearer renewed"))
              .willReturn(okJson(page(1, 2, "kept", "new"))));
    }
    for (String team : List.of("team-03", "team-04", "team-05")) {
      API.stubFor(
          pages(team)
              .atPriority(1)
              .withHeader("Authorization", equalTo("Bearer quickstart-access-token"))
              .willReturn(unauthorized()));
    }
  }

  private static void renewal(ResponseDefinitionBuilder response) {
    API.stubFor(
        token()
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("renewal")
            .willReturn(issued("quickstart-access-token")));
    API.stubFor(token().whenScenarioStateIs("renewal").willReturn(response));
  }

  private static ScenarioMappingBuilder token() {
    return post(TOKEN_PATH).atPriority(1).inScenario("tokens");
  }

  private static ResponseDefinitionBuilder issued(String token) {
    return okJson(
        """
        {"access_token": "%s", "token_type": "Bearer", "expires_in": 3600}"""
            .formatted(token));
  }

  private static AudienceMembersClient.Builder oauth2() {
    return client()
        .tokenUri(uri(TOKEN_PATH))
        .credentials(
            Credentials.oauth2(
                "eu-west-2_Quickstart", "quickstart-client", "quickstart-client-secret"));
  }

  @Test
  void goesOnWithANewToken() throws SQLException {
    renewal(issued("renewed"));

    assertThat(run(oauth2())).isZero();

    for (String team : numbered("team-", 5)) {
      assertThat(ids(team)).containsExactly("kept", "new");
    }
    assertThat(changes()).hasSize(5);
    assertThat(requests())
        .containsExactly("team-01", "team-02", "team-03", "team-03", "team-04", "team-05");
    API.verify(2, postRequestedFor(urlPathEqualTo(TOKEN_PATH)));
  }

  @Test
  void keepsWhatIsAppliedIfNoNewTokenIsIssued() throws SQLException {
    renewal(jsonResponse("{\"error\": \"invalid_client\"}", 401));

    assertThat(run(oauth2())).isEqualTo(FIX_CONFIGURATION);

    assertThat(ids("team-02")).containsExactly("kept", "new");
    for (String team : List.of("team-03", "team-04", "team-05")) {
      assertThat(ids(team)).containsExactly("kept");
    }
    assertThat(changes())
        .containsExactly(
            row("team-01", "joined", "new", "applied"), row("team-02", "joined", "new", "applied"));
    assertThat(requests()).containsExactly("team-01", "team-02", "team-03");
    API.verify(2, postRequestedFor(urlPathEqualTo(TOKEN_PATH)));
  }
}
