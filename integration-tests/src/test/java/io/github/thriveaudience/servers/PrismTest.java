package io.github.thriveaudience.servers;

import static io.github.thriveaudience.servers.ContractTool.Tool.PRISM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.model.AudienceMember;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Prism serves the spec as it is, and the client reads its examples. */
@ContractTool(PRISM)
class PrismTest {
  private static ServerProcess prism;

  @BeforeAll
  static void start() {
    int port = ServerProcess.freePort();
    prism =
        new ServerProcess(
            ServerProcess.folder("prism"),
            port,
            ServerProcess.program("node").orElseThrow().toString(),
            PRISM.file().toString(),
            "mock",
            Path.of("../api-spec/openapi.yaml").toAbsolutePath().toString(),
            "--host=127.0.0.1",
            "--port=" + port);
  }

  @AfterAll
  static void stop() {
    if (prism != null) {
      prism.close();
    }
  }

  /** Without {@code /rest/v1}, which Prism does not know. */
  private static AudienceMembersClient.Builder builder() {
    return AudienceMembersClient.builder().baseUri(server()).maxAttempts(1);
  }

  private static URI server() {
    return URI.create("http://127.0.0.1:" + prism.port);
  }

  private static void assertServesTheFirstExample(AudienceMembersClient thrive, String audience) {
    assertThat(thrive.members(audience))
        .extracting(AudienceMember::email)
        .containsExactly("user123@example.com");
  }

  @Test
  void clientReadsMembersWithBasic() {
    try (AudienceMembersClient thrive =
        builder().credentials(Credentials.basic("eu-west-2_Tenant", Clients.SECRET)).build()) {
      assertServesTheFirstExample(thrive, "tech-team");
      assertServesTheFirstExample(thrive, "R&D / 北京 50%");
    }
  }

  @ParameterizedTest
  @EnumSource(ClientAuthentication.class)
  void clientReadsMembersWithAToken(ClientAuthentication method) {
    try (AudienceMembersClient thrive =
        builder()
            .credentials(
                Credentials.oauth2("eu-west-2_Tenant", "client", Clients.SECRET)
                    .withClientAuthentication(method))
            .tokenUri(server().resolve("/oauth2/token/eu-west-2_Tenant"))
            .build()) {
      assertServesTheFirstExample(thrive, "tech-team");
    }
  }
}
