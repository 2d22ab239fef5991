package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.contract.OffContract;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With every logger of the process at its finest, nobody's data and no secret is logged. */
class QuietTest extends WireTest {
  private static final int MEMBERS = 10_000;
  private static final String AUDIENCE = "Secret Project 北京";

  /** A member's reference, email or id, and any secret. */
  private static final Pattern PRIVATE =
      Pattern.compile("user-\\d|@example|\\bid-\\d|hush|aHVza|Basic |Bearer ");

  /** The audience's reference, in any form. */
  private static final Pattern AUDIENCES = Pattern.compile("Secret.{1,3}Project|北京|%E5%8C%97");

  /** Where the JDK logs the addresses that its HTTP client is given. */
  private static final String OF_THE_JDK = "jdk.internal.httpclient.debug";

  private final RecordedLog log = RecordedLog.ofEverything();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void listingTenThousandMembersShowsNone() {
    serveMembers();
    serveToken();

    assertThat(client().members(AUDIENCE)).hasSize(MEMBERS);
    assertThat(withOAuth2().members(AUDIENCE).parallelism(4).readAll().members()).hasSize(MEMBERS);

    assertThat(log.lines).anyMatch(line -> line.text().startsWith("Headers received: {"));
    assertThat(log.lines).filteredOn(QuietTest::isPrivate).isEmpty();
  }

  /** As the facade's README says. */
  @Test
  void withTheLoggerOfTheJdkOffNoAudienceIsShownEither() {
    Logger ofTheJdk = Logger.getLogger(OF_THE_JDK);
    ofTheJdk.setLevel(Level.OFF);
    try {
      serveMembers();

      assertThat(client().members(AUDIENCE)).hasSize(MEMBERS);

      assertThat(log.lines).isNotEmpty();
      assertThat(log.lines).noneMatch(line -> AUDIENCES.matcher(line.text()).find());
    } finally {
      ofTheJdk.setLevel(null);
    }
  }

  @Test
  @OffContract("a bad day")
  void failuresShowNoneEither() {
    String body = "{\"message\":\"no user-1@example.com in Secret Project, Basic hush\"}";
    for (ResponseDefinitionBuilder answer :
        List.of(
            json(body).withStatus(401),
            json(body).withStatus(503).withHeader("X-Debug", "user-1@example.com"),
            json(body),
            json("{user-1@example.com"),
            aResponse().withStatus(302).withHeader("Location", "/?user=user-1@example.com"))) {
      answer(answer);
      assertThat(catchThrowable(() -> client().members(AUDIENCE).readAll())).isNotNull();
      assertThat(catchThrowable(() -> withOAuth2().members(AUDIENCE).page(1))).isNotNull();
    }

    assertThat(log.lines).anyMatch(line -> line.text().contains("failed after 1 requests"));
    assertThat(log.lines).filteredOn(QuietTest::isPrivate).isEmpty();
  }

  private static AudienceMembersClient withOAuth2() {
    return builder()
        .credentials(Credentials.oauth2("eu-west-2_Tenant", "client", SECRET))
        .tokenUri(tokenUri())
        .build();
  }

  private static void serveMembers() {
    for (int page = 1; page <= MEMBERS / 1000; page++) {
      API.stubFor(
          get(urlPathMatching("/rest/v1/audiences/[^/]+/members"))
              .withQueryParam("page", equalTo(String.valueOf(page)))
              .willReturn(json(Pages.page(MEMBERS, page, 1000))));
    }
  }

  private static void serveToken() {
    String token = "{\"access_token\":\"" + SECRET + "-token\",\"token_type\":\"bearer\"}";
    API.stubFor(post(urlPathMatching("/oauth2/token/.+")).willReturn(json(token)));
  }

  private static boolean isPrivate(RecordedLog.Line line) {
    return PRIVATE.matcher(line.text()).find()
        || (AUDIENCES.matcher(line.text()).find() && !OF_THE_JDK.equals(line.logger()));
  }
}
