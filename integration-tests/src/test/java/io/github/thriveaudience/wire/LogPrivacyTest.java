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
import io.github.thriveaudience.contract.ViolatesContract;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * With every logger of the process at its finest level, no log line has personal data or secrets.
 */
class LogPrivacyTest extends WireTest {
  private static final int MEMBERS = 10_000;
  private static final String AUDIENCE = "Secret Project 北京";

  /** References, emails and ids of members, and secrets. */
  private static final Pattern MEMBERS_AND_SECRETS =
      Pattern.compile("user-\\d|@example|\\bid-\\d|hush|aHVza|Basic |Bearer ");

  /** The audience's reference, plain or encoded. */
  private static final Pattern AUDIENCE_REFERENCE =
      Pattern.compile("Secret.{1,3}Project|北京|%E5%8C%97");

  /** The JDK logs request URIs here. */
  private static final String JDK_LOGGER = "jdk.internal.httpclient.debug";

  private final RecordedLog log = RecordedLog.ofEverything();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void listingTenThousandMembersLogsNone() {
    serveMembers();
    serveToken();

    assertThat(client().members(AUDIENCE)).hasSize(MEMBERS);
    assertThat(withOAuth2().members(AUDIENCE).parallelism(4).readAll().members()).hasSize(MEMBERS);

    assertThat(log.lines).anyMatch(line -> line.text().startsWith("Headers received: {"));
    assertThat(log.lines).filteredOn(LogPrivacyTest::isPrivate).isEmpty();
  }

  /** As the facade's README advises. */
  @Test
  void logsNoAudienceWithTheLoggerOfTheJdkOff() {
    Logger jdkLogger = Logger.getLogger(JDK_LOGGER);
    jdkLogger.setLevel(Level.OFF);
    try {
      serveMembers();

      assertThat(client().members(AUDIENCE)).hasSize(MEMBERS);

      assertThat(log.lines).isNotEmpty();
      assertThat(log.lines).noneMatch(line -> AUDIENCE_REFERENCE.matcher(line.text()).find());
    } finally {
      jdkLogger.setLevel(null);
    }
  }

  @Test
  @ViolatesContract("an undocumented response")
  void failuresLogNoPersonalData() {
    String body = "{\"message\":\"no user-1@example.com in Secret Project, Basic hush\"}";
    for (ResponseDefinitionBuilder response :
        List.of(
            json(body).withStatus(401),
            json(body).withStatus(503).withHeader("X-Debug", "user-1@example.com"),
            json(body),
            json("{user-1@example.com"),
            aResponse().withStatus(302).withHeader("Location", "/?user=user-1@example.com"))) {
      respond(response);
      assertThat(catchThrowable(() -> client().members(AUDIENCE).readAll())).isNotNull();
      assertThat(catchThrowable(() -> withOAuth2().members(AUDIENCE).page(1))).isNotNull();
    }

    assertThat(log.lines).anyMatch(line -> line.text().contains("failed after 1 requests"));
    assertThat(log.lines).filteredOn(LogPrivacyTest::isPrivate).isEmpty();
  }

  private static AudienceMembersClient withOAuth2() {
    return oauth2Builder().build();
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
    API.stubFor(post(urlPathMatching("/oauth2/token/.+")).willReturn(token(SECRET)));
  }

  private static boolean isPrivate(RecordedLog.Line line) {
    return MEMBERS_AND_SECRETS.matcher(line.text()).find()
        || (AUDIENCE_REFERENCE.matcher(line.text()).find() && !JDK_LOGGER.equals(line.logger()));
  }
}
