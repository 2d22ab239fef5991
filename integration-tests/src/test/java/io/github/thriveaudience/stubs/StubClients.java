package io.github.thriveaudience.stubs;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.quickstart.StubServer;

/** Clients of the stubs. */
final class StubClients {
  private StubClients() {}

  /** A client with one attempt. */
  static AudienceMembersClient client(StubServer stubs, int pageSize) {
    return AudienceMembersClient.builder()
        .maxAttempts(1)
        .baseUri(stubs.baseUri())
        .credentials(StubServer.BASIC)
        .pageSize(pageSize)
        .build();
  }
}
