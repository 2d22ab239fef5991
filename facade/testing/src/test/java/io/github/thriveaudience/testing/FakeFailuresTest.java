package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalReport;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The failures that a test asks the fake client for. */
class FakeFailuresTest extends FakeTeamFixture {
  @Test
  void failsOnceAndRecovers() {
    team.failsOnce(503).failsOnce(403);

    assertThatExceptionOfType(ServerErrorException.class)
        .isThrownBy(this::read)
        .withMessage(
            "FAKE responded with 503 for audience \"tech-team\": the server or a gateway before it"
                + " failed. Try again later.");
    assertThatExceptionOfType(ForbiddenException.class).isThrownBy(this::read);
    assertThat(read().members()).hasSize(25);
  }

  @Test
  void failsUntilItRecovers() {
    ThriveConnectionException refused = new ThriveConnectionException("connection refused", null);
    team.fails(refused);

    assertThatThrownBy(this::read).isSameAs(refused);
    assertThatThrownBy(this::read).isSameAs(refused);
    team.recovers();
    assertThat(read().members()).hasSize(25);
    team.fails(() -> new MalformedResponseException("odd"));
    assertThatExceptionOfType(MalformedResponseException.class).isThrownBy(this::read);
  }

  @Test
  void aReadingThatFailsAtAPageIsResumed() {
    team.failsOnceAtPage(3, new ThriveConnectionException("connection reset", null));

    assertThatExceptionOfType(ThriveConnectionException.class)
        .isThrownBy(this::read)
        .satisfies(
            failure -> {
              TraversalReport report = Objects.requireNonNull(failure.report());
              assertThat(report.members()).isEqualTo(20);
              assertThat(report.nextPage()).isEqualTo(3);
              MembersSnapshot whole = fake.members("tech-team").resume(report).readAll();
              assertThat(whole.members()).isEqualTo(TestMembers.of(25));
              assertThat(whole.isConsistent()).isTrue();
            });
  }

  @Test
  void failsForAllAudiences() {
    fake.audience("sales");
    fake.fails(() -> new MalformedResponseException("odd"));

    for (String audience : List.of("tech-team", "sales", "unknown")) {
      assertThatExceptionOfType(MalformedResponseException.class)
          .isThrownBy(() -> fake.members(audience).readAll());
    }
    fake.recovers();
    assertThat(read().members()).hasSize(25);
  }

  @ParameterizedTest
  @CsvSource({"200", "204", "99", "600", "-1"})
  void aStatusThatIsNoErrorIsRefused(int status) {
    String message = "status must be one of an error, 100 to 599 and not 2xx, but was " + status;

    assertThatIllegalArgumentException().isThrownBy(() -> team.fails(status)).withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.failsOnce(status))
        .withMessage(message);
    assertThat(read().members()).hasSize(25);
  }
}
