package io.github.thriveaudience.wire;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.auth.Credentials;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** The base class of tests that list many pages from a {@link PagedServer}. */
abstract class PagedServerTest {
  static final int TOTAL = 995;
  static final int PAGES = 100;

  final PagedServer server = new PagedServer(TOTAL);
  final AudienceMembersClient client = client(server);
  final Members members = client.members("tech-team");

  static AudienceMembersClient client(PagedServer server) {
    return AudienceMembersClient.builder()
        .baseUri(server.baseUri())
        .credentials(Credentials.basic("eu-west-2_Tenant", WireTest.SECRET))
        .pageSize(10)
        .build();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.close();
  }
}
