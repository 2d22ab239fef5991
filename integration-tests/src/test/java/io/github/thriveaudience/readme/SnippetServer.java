package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ContractValidator;
import io.github.thriveaudience.testing.ReceivedRequest;
import io.github.thriveaudience.testing.ThriveStubs;
import java.net.URI;
import java.util.List;

/** The stubs of the API spec, to which a test can add responses. */
final class SnippetServer implements AutoCloseable {
  private final ThriveStubs stubs = ThriveStubs.start();

  SnippetServer(ContractValidator watch) {
    stubs.wireMock().addMockServiceRequestListener(watch);
  }

  URI baseUri() {
    return stubs.url();
  }

  URI tokenUri() {
    return stubs.tokenUrl();
  }

  /** A client that sends one attempt and asks for small pages, so that there are several. */
  AudienceMembersClient.Builder builder() {
    return AudienceMembersClient.builder()
        .baseUri(baseUri())
        .credentials(ThriveStubs.credentials())
        .pageSize(100)
        .maxAttempts(1);
  }

  /** Responds in place of the stubs. */
  void respond(MappingBuilder request) {
    stubs.wireMock().stubFor(request.atPriority(1));
  }

  /** Responds in place of the stubs, whatever the request. */
  void respond(ResponseDefinitionBuilder response) {
    respond(any(anyUrl()).willReturn(response));
  }

  /** The queries of the requests, in the order of their arrival. */
  List<String> queries() {
    return stubs.requests().stream().map(ReceivedRequest::query).toList();
  }

  /** Forgets the requests and the added responses. */
  void reset() {
    stubs.reset();
  }

  @Override
  public void close() {
    stubs.close();
  }
}
