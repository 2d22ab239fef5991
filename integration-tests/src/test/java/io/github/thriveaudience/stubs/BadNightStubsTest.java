package io.github.thriveaudience.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ContractValidator;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.contract.ViolatesContract.Side;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.quickstart.StubServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stubs of servers that fail, are slow, or leave members out. */
@Tag("contract")
class BadNightStubsTest {
  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  private static final StubServer STUBS = new StubServer(CONTRACT);
  @RegisterExtension static final PlainHttp HTTP = new PlainHttp(STUBS);

  private static final String FLAKY = "flaky-team";
  private static final String SLOW = "slow-team";
  private static final String INCOMPLETE = "incomplete-team";

  @Test
  @ViolatesContract(value = "a truncated response", by = Side.RESPONSES)
  void flakyTeamFailsOnceAtEachOfTheFirstTwoPagesOfEachReading() throws Exception {
    for (int reading = 0; reading < 2; reading++) {
      assertThat(HTTP.members(FLAKY, "").statusCode()).isEqualTo(500);
      assertThat(HTTP.members(FLAKY, "?page=1").statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> HTTP.members(FLAKY, "?page=2")).isInstanceOf(IOException.class);
      assertThat(HTTP.members(FLAKY, "?page=2").statusCode()).isEqualTo(200);
      assertThat(HTTP.members(FLAKY, "?page=3").statusCode()).isEqualTo(200);
    }
  }

  /** With a page of 250, no request for page 2 ends a reading. */
  @Test
  void flakyTeamFailsOnceIfItHasOnePage() throws Exception {
    for (int reading = 0; reading < 2; reading++) {
      assertThat(HTTP.members(FLAKY, "?perPage=250").statusCode()).isEqualTo(500);
      assertThat(HTTP.members(FLAKY, "?perPage=250").statusCode()).isEqualTo(200);
    }
  }

  @Test
  @ViolatesContract(value = "a truncated response", by = Side.RESPONSES)
  void flakyTeamIsReadByAClientThatRetries() {
    AudienceMembersClient thrive =
        AudienceMembersClient.builder()
            .baseUri(STUBS.baseUri())
            .credentials(StubServer.BASIC)
            .build();

    TraversalReport report = thrive.members(FLAKY).parallelism(8).read(member -> {});

    assertThat(report.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(report.members()).isEqualTo(250);
  }

  @Test
  void slowTeamTakesLongerThanAShortTimeout() {
    AudienceMembersClient impatient =
        AudienceMembersClient.builder()
            .baseUri(STUBS.baseUri())
            .credentials(StubServer.BASIC)
            .requestTimeout(Duration.ofMillis(100))
            .maxAttempts(1)
            .build();

    assertThatThrownBy(() -> impatient.members(SLOW).page(1))
        .isInstanceOf(ThriveTimeoutException.class);
  }

  @Test
  void slowTeamHas250MembersAfterThat() {
    assertThat(StubClients.client(STUBS, 1000).members(SLOW).page(1).members()).hasSize(250);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 100, 250, 1000})
  void incompleteTeamLacksMembersThatItAnnounces(int pageSize) {
    TraversalReport report =
        StubClients.client(STUBS, pageSize).members(INCOMPLETE).read(member -> {});

    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.lastTotalResults()).isEqualTo(250);
    assertThat(report.members()).isEqualTo(247);
  }

  @ParameterizedTest
  @ValueSource(strings = {FLAKY, SLOW, INCOMPLETE})
  void refuseWhoHasNoCredentials(String audience) throws Exception {
    assertThat(HTTP.membersWithoutCredentials(audience).statusCode()).isEqualTo(401);
  }

  @Test
  @ViolatesContract(value = "an invalid query parameter", by = Side.REQUESTS)
  void refusedRequestsDoNotCount() throws Exception {
    HTTP.membersWithoutCredentials(FLAKY);
    assertThat(HTTP.members(FLAKY, "?perPage=0").statusCode()).isEqualTo(400);

    assertThat(HTTP.members(FLAKY, "").statusCode()).isEqualTo(500);
  }
}
