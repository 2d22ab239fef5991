package io.github.thriveaudience.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.model.AudienceMember;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** The client under test, and an assertion of what it lists. */
final class Clients {
  static final String SECRET = "hush-hush";

  /** The header with {@link #SECRET}. */
  static final String AUTHORIZATION = "Basic ZXUtd2VzdC0yX1RlbmFudDpodXNoLWh1c2g=";

  private Clients() {}

  static AudienceMembersClient.Builder of(URI baseUri) {
    return AudienceMembersClient.builder()
        .baseUri(baseUri)
        .pageSize(10)
        .credentials(Credentials.basic("eu-west-2_Tenant", SECRET));
  }

  /** Asserts that each member is listed once and in order. */
  static void assertComplete(List<AudienceMember> members) {
    assertThat(members)
        .extracting(AudienceMember::userId)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, Upstream.MEMBERS).mapToObj(n -> "id-" + n).toList());
  }
}
