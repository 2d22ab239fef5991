package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ContractWatch;
import io.github.thriveaudience.quickstart.StubServer;
import java.net.URI;
import java.util.List;

/** The stubs of the API spec, to which a test can add responses. */
final class SnippetServer implements AutoCloseable {
  private final WireMockServer server;

  SnippetServer(ContractWatch watch) {
    server =
        new WireMockServer(
            options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .usingFilesUnderClasspath("thrive-audience/stubs")
                .extensions(watch));
    server.start();
  }

  URI baseUri() {
    return address("/rest/v1");
  }

  URI tokenUri() {
    return address("/oauth2/token/eu-west-2_Quickstart");
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** A client that sends one attempt and asks for small pages, so that there are several. */
  AudienceMembersClient.Builder builder() {
    return AudienceMembersClient.builder()
        .baseUri(baseUri())
        .credentials(StubServer.BASIC)
        .pageSize(100)
        .maxAttempts(1);
  }

  /** Responds in place of the stubs. */
  void respond(MappingBuilder request) {
    server.stubFor(request.atPriority(1));
  }

  /** Responds in place of the stubs, whatever the request. */
  void respond(ResponseDefinitionBuilder response) {
    respond(any(anyUrl()).willReturn(response));
  }

  /** The queries of the requests, in the order of their arrival. */
  List<String> queries() {
    return server.findAll(anyRequestedFor(anyUrl())).stream()
        .map(request -> request.getUrl().replaceFirst("^[^?]*\\??", ""))
        .toList();
  }

  /** Forgets the requests and the added responses. */
  void reset() {
    server.resetToDefaultMappings();
    server.resetRequests();
  }

  @Override
  public void close() {
    server.stop();
  }
}
