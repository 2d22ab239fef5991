package com.example.wiremockspringboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.wiremock.spring.ConfigureWireMock;
import org.wiremock.spring.EnableWireMock;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@EnableWireMock(@ConfigureWireMock(filesUnderClasspath = "thrive-audience/stubs"))
class EnableWireMockTest {
  @SpringBootConfiguration
  static class Application {}

  @Value("${wiremock.server.baseUrl}")
  String server;

  @Test
  void listsMembersWithBasic() {
    try (AudienceMembersClient thrive =
        AudienceMembersClient.builder()
            .baseUri(URI.create(server + "/rest/v1"))
            .credentials(Credentials.basic("eu-west-2_Quickstart", "quickstart-secret"))
            .build()) {
      assertThat(thrive.members("tech-team").readAll().members()).hasSize(250);
    }
  }

  @Test
  void listsMembersWithAToken() {
    try (AudienceMembersClient thrive =
        AudienceMembersClient.builder()
            .baseUri(URI.create(server + "/rest/v1"))
            .tokenUri(URI.create(server + "/oauth2/token/eu-west-2_Quickstart"))
            .credentials(
                Credentials.oauth2(
                    "eu-west-2_Quickstart", "quickstart-client", "quickstart-client-secret"))
            .build()) {
      assertThat(thrive.members("tech-team").readAll().members()).hasSize(250);
    }
  }
}
