package com.example.stubrunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.listing.Verdict;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.contract.stubrunner.spring.StubRunnerPort;

/** What an application sees of the stubs, wherever the stub runner finds them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class StubRunnerTest {
  @SpringBootConfiguration
  static class Application {}

  @StubRunnerPort("thrive-audience-api-spec")
  int port;

  private AudienceMembersClient thrive;

  @AfterEach
  void close() {
    if (thrive != null) {
      thrive.close();
    }
  }

  @Test
  void listsMembersWithBasic() {
    thrive = basic("quickstart-secret");

    assertThat(thrive.members("tech-team").readAll().members())
        .hasSize(250)
        .allMatch(member -> member.userId().matches("[0-9a-f]{24}"));
  }

  @Test
  void listsMembersWithAToken() {
    thrive =
        AudienceMembersClient.builder()
            .baseUri(uri("/rest/v1"))
            .tokenUri(uri("/oauth2/token/eu-west-2_Quickstart"))
            .credentials(
                Credentials.oauth2(
                    "eu-west-2_Quickstart", "quickstart-client", "quickstart-client-secret"))
            .build();

    assertThat(thrive.members("R&D / 北京 50%")).hasSize(3);
  }

  @Test
  void rejectsWrongCredentials() {
    thrive = basic("wrong");

    assertThatThrownBy(() -> thrive.members("tech-team").page(1))
        .isInstanceOf(UnauthorizedException.class);
  }

  @Test
  void doesNotKnowOtherAudiences() {
    thrive = basic("quickstart-secret");

    assertThatThrownBy(() -> thrive.members("no-such-team").page(1))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void hasBadNights() {
    thrive = basic("quickstart-secret");

    assertThat(thrive.members("flaky-team").readAll().members()).hasSize(250);
    assertThat(thrive.members("drifting-team").readAll().report().verdict())
        .isEqualTo(Verdict.DRIFTED);
    assertThat(thrive.members("changing-team").readAll().members()).hasSize(250);
    assertThat(thrive.members("changing-team").readAll().members()).hasSize(252);
  }

  private AudienceMembersClient basic(String secret) {
    return AudienceMembersClient.builder()
        .baseUri(uri("/rest/v1"))
        .pageSize(100)
        .credentials(Credentials.basic("eu-west-2_Quickstart", secret))
        .build();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }
}
