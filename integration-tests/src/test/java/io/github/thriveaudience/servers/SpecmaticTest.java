package io.github.thriveaudience.servers;

import static io.github.thriveaudience.servers.ContractTool.Tool.SPECMATIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.quickstart.StubServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Specmatic pairs the examples of the spec: its tests pass on the stubs, its stub serves us. */
@ContractTool(SPECMATIC)
class SpecmaticTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** The second compiler would cost more than it saves. */
  private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  @ParameterizedTest
  @EnumSource(SpecWithOneSecurity.class)
  void stubsPassItsTestsOfMembers(SpecWithOneSecurity security) throws Exception {
    try (StubServer stubs = new StubServer()) {
      assertThat(test(security, "/audiences/{audienceId}/members", stubs.baseUri()))
          .contains("Tests run: 11, Successes: 11, Failures: 0, WIP: 0, Errors: 0");
    }
  }

  @Test
  void stubsPassItsTestsOfTokens() throws Exception {
    try (StubServer stubs = new StubServer()) {
      assertThat(
              test(
                  SpecWithOneSecurity.BASIC,
                  "/oauth2/token/{tenantId}",
                  stubs.baseUri().resolve("/")))
          .contains("Tests run: 6, Successes: 6, Failures: 0, WIP: 0, Errors: 0");
    }
  }

  /** Runs {@code specmatic test} for one path. */
  private static String test(SpecWithOneSecurity security, String path, URI baseUri)
      throws IOException, InterruptedException {
    Path folder = ServerProcess.folder("specmatic-test");
    Path output = folder.resolve("output.txt");
    ProcessBuilder specmatic =
        new ProcessBuilder(
                JAVA,
                SHORT_LIVED,
                "-jar",
                SPECMATIC.file().toString(),
                "test",
                security.writeTo(folder).toString(),
                "--filter=PATH='" + path + "'",
                "--testBaseURL=" + baseUri.toString().replaceAll("/$", ""))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    specmatic.environment().put(security.scheme, security.credentials);
    Process process = specmatic.start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(output.toString()).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output);
  }

  @ParameterizedTest
  @EnumSource(SpecWithOneSecurity.class)
  void clientReadsTheExamplesOfItsStub(SpecWithOneSecurity security) {
    Path folder = ServerProcess.folder("specmatic-stub");
    int port = ServerProcess.freePort();
    try (ServerProcess stub = stub(security, folder, port);
        AudienceMembersClient thrive = client(security, stub.port)) {
      assertThat(thrive.members("63f57d805d8ecbf46f5b5278"))
          .extracting(AudienceMember::email)
          .containsExactly("user123@example.com");
      assertThat(thrive.members("one-member-team"))
          .extracting(AudienceMember::email)
          .containsExactly((String) null);
      assertThat(thrive.members("empty-team")).isEmpty();
      assertThatThrownBy(() -> thrive.members("error-404").page(1))
          .isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> thrive.members("error-429").page(1))
          .isInstanceOf(RateLimitedException.class);
    }
  }

  private static ServerProcess stub(SpecWithOneSecurity security, Path folder, int port) {
    List<String> command =
        List.of(
            JAVA,
            SHORT_LIVED,
            "-jar",
            SPECMATIC.file().toString(),
            "stub",
            security.writeTo(folder).toString(),
            "--host=127.0.0.1",
            "--port=" + port);
    return new ServerProcess(folder, port, command.toArray(String[]::new));
  }

  /** A client that requests what the examples request; without {@code /rest/v1}, which it omits. */
  private static AudienceMembersClient client(SpecWithOneSecurity security, int port) {
    URI server = URI.create("http://127.0.0.1:" + port);
    AudienceMembersClient.Builder builder =
        AudienceMembersClient.builder().baseUri(server).pageSize(100).maxAttempts(1);
    return security == SpecWithOneSecurity.BASIC
        ? builder.credentials(StubServer.BASIC).build()
        : builder
            .credentials(
                StubServer.OAUTH2.withClientAuthentication(ClientAuthentication.REQUEST_BODY))
            .tokenUri(server.resolve("/oauth2/token/eu-west-2_Quickstart"))
            .build();
  }
}
