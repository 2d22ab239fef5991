package com.example.sync;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.UnauthorizedException;
import java.net.URI;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NightlySyncTest {
  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().usingFilesUnderClasspath("thrive-audience/stubs"))
          .build();

  @Test
  void includesMembersWithAnEmail() {
    NightlySync sync = new NightlySync(client("quickstart-secret"));

    sync.run("tech-team");

    assertEquals(250, sync.mailingList().size());
    API.verify(2, getRequestedFor(urlPathEqualTo("/rest/v1/audiences/tech-team/members")));
  }

  @Test
  void excludesMembersWithoutAnEmail() {
    NightlySync sync = new NightlySync(client("quickstart-secret"));

    sync.run("one-member-team");

    assertTrue(sync.mailingList().isEmpty());
  }

  @Test
  void keepsTheListIfThereIsNoSuchAudience() {
    NightlySync sync = new NightlySync(client("quickstart-secret"));

    sync.run("tech-team");
    sync.run("no-such-team");

    assertEquals(250, sync.mailingList().size());
  }

  /** Twice, since WireMock's extension resets its scenarios before each test. */
  @RepeatedTest(2)
  void followsTheChangesOfTheSecondNight() {
    NightlySync sync = new NightlySync(client("quickstart-secret"));

    sync.run("changing-team");
    assertEquals(250, sync.mailingList().size());

    sync.run("changing-team");
    assertEquals(252, sync.mailingList().size());
  }

  @Test
  void propagatesOtherErrors() {
    assertThrows(
        UnauthorizedException.class, () -> new NightlySync(client("wrong")).run("tech-team"));
    assertThrows(
        RateLimitedException.class,
        () -> new NightlySync(client("quickstart-secret")).run("error-429"));
  }

  @Test
  void worksWithAccessTokens() {
    AudienceMembersClient thrive =
        AudienceMembersClient.builder()
            .baseUri(uri("/rest/v1"))
            .tokenUri(uri("/oauth2/token/eu-west-2_Quickstart"))
            .credentials(
                Credentials.oauth2(
                    "eu-west-2_Quickstart", "quickstart-client", "quickstart-client-secret"))
            .build();
    NightlySync sync = new NightlySync(thrive);

    sync.run("R&D / 北京 50%");

    assertEquals(3, sync.mailingList().size());
    API.verify(1, postRequestedFor(urlPathEqualTo("/oauth2/token/eu-west-2_Quickstart")));
  }

  private static AudienceMembersClient client(String apiSecret) {
    return AudienceMembersClient.builder()
        .baseUri(uri("/rest/v1"))
        .credentials(Credentials.basic("eu-west-2_Quickstart", apiSecret))
        .pageSize(200)
        .maxAttempts(1)
        .build();
  }

  private static URI uri(String path) {
    return URI.create(API.baseUrl() + path);
  }
}
