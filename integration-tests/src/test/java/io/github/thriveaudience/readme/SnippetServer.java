package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ContractValidator;
import io.github.thriveaudience.quickstart.StubServer;
import java.net.URI;
import java.util.List;

/** The stubs of the API spec, to which a test can add responses. */
final class SnippetServer implements AutoCloseable {
  private final StubServer stubs;
  private final WireMock admin;

  SnippetServer(ContractValidator watch) {
    stubs = new StubServer(watch);
    admin = new WireMock(baseUri().getHost(), baseUri().getPort());
  }

  URI baseUri() {
    return stubs.baseUri();
  }

  URI tokenUri() {
    return stubs.tokenUri();
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
    admin.register(request.atPriority(1));
  }

  /** Responds in place of the stubs, whatever the request. */
  void respond(ResponseDefinitionBuilder response) {
    respond(any(anyUrl()).willReturn(response));
  }

  /** The queries of the requests, in the order of their arrival. */
  List<String> queries() {
    return admin.find(anyRequestedFor(anyUrl())).stream()
        .map(request -> request.getUrl().replaceFirst("^[^?]*\\??", ""))
        .toList();
  }

  /** Forgets the requests and the added responses. */
  void reset() {
    admin.resetToDefaultMappings();
    admin.resetRequests();
  }

  @Override
  public void close() {
    stubs.close();
  }
}
