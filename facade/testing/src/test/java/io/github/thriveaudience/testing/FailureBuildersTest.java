package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.AudiencesSummary;
import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.BadRequestException;
import io.github.thriveaudience.error.ConflictException;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.TooManyLeaversException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import io.github.thriveaudience.error.UnprocessableContentException;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The exceptions of the client, as tests build them. */
class FailureBuildersTest {

  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of(302, UnexpectedStatusException.class),
        Arguments.of(400, BadRequestException.class),
        Arguments.of(401, UnauthorizedException.class),
        Arguments.of(403, ForbiddenException.class),
        Arguments.of(404, NotFoundException.class),
        Arguments.of(409, ConflictException.class),
        Arguments.of(418, UnexpectedStatusException.class),
        Arguments.of(422, UnprocessableContentException.class),
        Arguments.of(429, RateLimitedException.class),
        Arguments.of(503, ServerErrorException.class));
  }

  @ParameterizedTest
  @MethodSource("types")
  void aStatusGivesItsException(int status, Class<? extends ThriveException> type) {
    ThriveApiException failure = TestFailures.status(status).audience("sales").build();

    assertThat(failure)
        .isExactlyInstanceOf(type)
        .hasMessageStartingWith("FAKE responded with " + status + " for audience \"sales\": ");
    assertThat(failure.status()).isEqualTo(status);
    assertThat(failure.report()).isNull();
    assertThat(failure.retryAfter()).isNull();
  }

  @Test
  void aFailureHasWhatTheServerSaid() {
    ThriveApiException failure =
        TestFailures.status(429)
            .environment(ThriveEnvironment.PRODUCTION)
            .error("Too Many Requests")
            .apiMessage("Slow down.")
            .requestId("theirs")
            .correlationId("ours")
            .retryAfter(Duration.ofSeconds(30))
            .headers(Map.of("X-Left", List.of("0")))
            .build();

    assertThat(failure)
        .hasMessage(
            "PRODUCTION responded with 429 for audience \"tech-team\": too many requests. Wait for"
                + " 30 s before the next one. Request id: theirs. Correlation id: ours.");
    assertThat(failure.error()).isEqualTo("Too Many Requests");
    assertThat(failure.apiMessage()).isEqualTo("Slow down.");
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(failure.correlationId()).isEqualTo("ours");
    assertThat(failure.headers().get("x-left")).containsExactly("0");
  }

  @Test
  void aFailureHasEarlierOnesAndAReport() {
    ThriveException earlier = TestFailures.status(503).build();
    TraversalReport report = TestReport.incomplete(100).failedAt(2).build();

    ThriveException failure =
        TestFailures.timedOut(Duration.ofSeconds(30))
            .earlierFailures(earlier)
            .report(report)
            .build();

    assertThat(failure.earlierFailures()).containsExactly(earlier);
    assertThat(failure.report()).isEqualTo(report);
    assertThat(failure)
        .isExactlyInstanceOf(ThriveTimeoutException.class)
        .hasMessage("No complete response from FAKE (audience \"tech-team\") within 30000 ms.");
  }

  @Test
  void eachBuildIsAnExceptionOfItsOwn() {
    ApiFailureBuilder builder = TestFailures.status(404);

    assertThat(builder.build())
        .isNotSameAs(builder.build())
        .hasMessage(builder.build().getMessage());
  }

  @Test
  void aRefusedTokenEndsTheReadingOfSeveralAudiences() {
    FakeAudienceMembers fake = new FakeAudienceMembers();
    fake.audience("tech-team").fails(() -> TestFailures.tokenRefused("invalid_client").build());
    fake.audience("sales");

    assertThatExceptionOfType(TokenRequestException.class)
        .isThrownBy(
            () ->
                fake.membersOfEach(List.of("tech-team", "sales"))
                    .readAll((audience, members) -> {}))
        .withMessageStartingWith(
            "FAKE responded with 401 for an access token: the client was rejected.")
        .satisfies(
            failure -> {
              assertThat(failure.error()).isEqualTo("invalid_client");
              assertThat(AudiencesSummary.of(failure).orElseThrow().notBegun())
                  .containsExactly("sales");
            });
  }

  @Test
  void aRefusedConnectionHasTheMessageOfTheClient() throws IOException {
    String base = "http://127.0.0.1:" + closedPort() + "/rest/v1";
    try (AudienceMembersClient client =
        AudienceMembersClient.builder()
            .baseUri(URI.create(base))
            .credentials(Credentials.basic("tenant", "secret"))
            .maxAttempts(1)
            .build()) {
      String built = TestFailures.connectionRefused().build().getMessage();

      assertThatExceptionOfType(ThriveConnectionException.class)
          .isThrownBy(() -> client.members("tech-team").page(1))
          .withMessageStartingWith(built.replace("FAKE", base));
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void otherFailuresSayWhatHappened() {
    assertThat(TestFailures.malformed("it is not JSON").build())
        .hasMessage(
            "The response of FAKE for audience \"tech-team\" is not what the API reference"
                + " describes: it is not JSON.");
    assertThat(TestFailures.interrupted().build())
        .hasMessage(
            "The thread was interrupted while it waited for FAKE (audience \"tech-team\").");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    IllegalStateException cause = new IllegalStateException("sealed");
    assertThat(TestFailures.supplierFailed("the credentials", cause).build())
        .hasMessage(
            "The supplier of the credentials failed with a java.lang.IllegalStateException, so no"
                + " request was sent.")
        .hasCause(cause);
  }

  @Test
  void anInconsistentListingHasItsSnapshot() {
    InconsistentListingException failure =
        TestFailures.inconsistent(
                TestSnapshot.of(TestMembers.of(2)).verdict(Verdict.DRIFTED).build())
            .build();

    assertThat(failure.snapshot().members()).hasSize(2);
    assertThat(failure.report().verdict()).isEqualTo(Verdict.DRIFTED);
    assertThat(failure).hasMessageContaining("The last one was DRIFTED: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestFailures.inconsistent(TestSnapshot.of(List.of()).build()))
        .withMessage("the snapshot must not be CONSISTENT");
  }

  @Test
  void tooManyLeaversHaveTheirChanges() {
    TooManyLeaversException failure =
        TestFailures.tooManyLeavers(
                TestChanges.of("tech-team")
                    .left(TestMembers.member(1))
                    .joined(TestMembers.member(2))
                    .build())
            .build();

    assertThat(failure.changes().left()).containsExactly(TestMembers.member(1));
    assertThat(failure)
        .hasMessageStartingWith(
            "Too many members left audience \"tech-team\" of FAKE at once. Check whether it is the"
                + " right audience. Leavers: 1 of 1 known members; ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestFailures.tooManyLeavers(TestChanges.of("a").build()))
        .withMessage("somebody must have left");
  }

  @Test
  void contradictionsAreRefused() {
    assertRefused(
        "status must be one of an error, 100 to 599 and not 2xx, but was 200",
        () -> TestFailures.status(200));
    assertRefused(
        "retryAfter must be zero or more, but was PT-1S",
        () -> TestFailures.status(429).retryAfter(Duration.ofSeconds(-1)));
    assertRefused("error must not be blank", () -> TestFailures.tokenRefused(" "));
    assertRefused(
        "report must be one of a failed reading: it has no nextPage",
        () -> TestFailures.status(500).report(TestReport.consistent(1).build()));
  }

  private static void assertRefused(String message, Runnable call) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
  }
}
