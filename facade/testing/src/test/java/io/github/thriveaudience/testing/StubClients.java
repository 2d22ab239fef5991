package io.github.thriveaudience.testing;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import java.net.URI;

/** Clients that call the stubs. */
final class StubClients implements Clients, AutoCloseable {
  private final WireMockServer stubs = start();

  private static WireMockServer start() {
    WireMockServer server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .disableRequestJournal()
                .usingFilesUnderClasspath("io/github/thriveaudience/testing/stubs"));
    server.start();
    return server;
  }

  @Override
  public void close() {
    stubs.stop();
  }

  private URI baseUri() {
    return URI.create(stubs.baseUrl() + "/rest/v1");
  }

  @Override
  public AudienceMembersClient open() {
    stubs.resetScenarios();
    return AudienceMembersClient.builder()
        .baseUri(baseUri())
        .credentials(Credentials.basic("eu-west-2_Quickstart", "quickstart-secret"))
        .pageSize(PAGE_SIZE)
        .maxAttempts(1)
        .build();
  }

  @Override
  public String environment() {
    return baseUri().toString();
  }

  @Override
  public String environmentOfStates() {
    return "http://localhost/rest/v1";
  }
}
