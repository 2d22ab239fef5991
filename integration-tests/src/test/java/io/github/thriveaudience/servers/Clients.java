package io.github.thriveaudience.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.model.AudienceMember;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** The client that is tested, and what it should have read. */
final class Clients {
  static final String SECRET = "hush-hush";

  /** What the API is sent of {@link #SECRET}. */
  static final String AUTHORIZATION = "Basic ZXUtd2VzdC0yX1RlbmFudDpodXNoLWh1c2g=";

  private Clients() {}

  static AudienceMembersClient.Builder of(URI baseUri) {
    return AudienceMembersClient.builder()
        .baseUri(baseUri)
        .pageSize(10)
        .credentials(Credentials.basic("eu-west-2_Tenant", SECRET));
  }

  /** That each member is there, once, in the order of the server. */
  static void assertWhole(List<AudienceMember> members) {
    assertThat(members)
        .extracting(AudienceMember::userId)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, Upstream.MEMBERS).mapToObj(n -> "id-" + n).toList());
  }
}
