package io.github.thriveaudience.testing;

import static io.github.thriveaudience.testing.Scenarios.members;
import static io.github.thriveaudience.testing.Scenarios.secretRevoked;
import static io.github.thriveaudience.testing.Scenarios.tokenExpires;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudiencesSummary;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.listing.MembersSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expired tokens and revoked secrets as the client sees them, and what the server receives. */
class CredentialFaultsTest extends FaultsFixture {
  @Test
  void anExpiredTokenIsRenewedOnce() {
    STUBS.given(TEAM, tokenExpires().atPage(2));

    MembersSnapshot all = readAll(STUBS.oauthBuilder());

    assertThat(all.members()).hasSize(250);
    assertThat(STUBS.requests().stream().filter(ReceivedRequest::isTokenRequest)).hasSize(2);
    assertThat(STUBS.requests())
        .filteredOn(request -> request.audience() != null)
        .extracting(request -> request.parameter("page") + " " + token(request))
        .containsExactly("1 -1", "2 -1", "2 -2", "3 -2");
  }

  private static String token(ReceivedRequest request) {
    return request.header("Authorization").replace("Bearer quickstart-access-token", "");
  }

  @Test
  void anExpiredTokenIsRejectedForEachAudience() {
    STUBS.given(TEAM, tokenExpires().atPage(3)).given("other", members(1));

    readAll(STUBS.oauthBuilder());
    AudiencesSummary summary =
        STUBS
            .oauthClient()
            .membersOfEach(List.of("other", "one-member-team"))
            .readAll((a, b) -> {});

    assertThat(summary.isConsistent()).isTrue();
  }

  @Test
  void aRevokedSecretConcernsAllAudiences() {
    STUBS.given("a", members(1)).given("b", secretRevoked()).given("c", members(1));

    assertThatThrownBy(
            () -> STUBS.client().membersOfEach(List.of("a", "b", "c")).readAll((a, b) -> {}))
        .isInstanceOf(UnauthorizedException.class);
    assertThatThrownBy(() -> STUBS.client().members("a").page(1))
        .isInstanceOf(UnauthorizedException.class);
    assertThat(STUBS.requestedPages("c")).isEmpty();
  }

  @Test
  void aRevokedClientSecretGetsNoToken() {
    STUBS.given(TEAM, secretRevoked().atPage(2));

    assertThatThrownBy(() -> readAll(STUBS.oauthBuilder()))
        .isInstanceOfSatisfying(
            TokenRequestException.class,
            thrown -> {
              assertThat(thrown.error()).isEqualTo("invalid_client");
              assertThat(thrown.report().nextPage()).isEqualTo(2);
            });
  }
}
