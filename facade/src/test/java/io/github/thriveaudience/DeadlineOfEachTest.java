package io.github.thriveaudience;

import static io.github.thriveaudience.ConcurrencyOfEachTest.MINUTE;
import static io.github.thriveaudience.ConcurrencyOfEachTest.TOTAL;
import static io.github.thriveaudience.ConcurrencyOfEachTest.all;
import static io.github.thriveaudience.ConcurrencyOfEachTest.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.ManualTime;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersSnapshot;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The deadline of the whole. */
class DeadlineOfEachTest {
  private final RecordedAudiences<MembersSnapshot> handler = new RecordedAudiences<>();

  @Test
  void anAudienceThatIsReadAfterTheDeadlineDoesNotCount() {
    ManualTime time = new ManualTime(17);
    FakePages slow = FakePages.of(3).beforeEach(page -> time.advance(Duration.ofSeconds(25)));
    FakeAudiences client = all(new FakeAudiences(time), slow);

    Throwable failure =
        catchThrowable(() -> client.each(Runnable::run, names()).deadline(MINUTE).readAll(handler));

    assertThat(failure)
        .isInstanceOf(ThriveTimeoutException.class)
        .hasMessageContaining("it reached the end of 2 of them");
    assertThat(handler.read.keySet()).containsExactly("team-0", "team-1");
    assertThat(AudiencesSummary.of(failure).orElseThrow().unfinished()).containsExactly("team-2");
  }

  @Test
  void noAudienceBeginsAfterTheDeadline() {
    ManualTime time = new ManualTime(17);
    FakeAudiences client = all(new FakeAudiences(time), FakePages.of(3));

    Throwable failure =
        catchThrowable(
            () ->
                client
                    .each(Runnable::run, names())
                    .deadline(MINUTE)
                    .readAll((audience, all) -> time.advance(MINUTE)));

    assertThat(failure).isInstanceOf(ThriveTimeoutException.class);
    assertThat(client.begun).containsExactly("team-0");
    assertThat(AudiencesSummary.of(failure).orElseThrow().read()).containsOnlyKeys("team-0");
  }

  @Test
  void theDeadlineDoesNotAffectAReadingWhoseLastAudienceIsHandled() {
    ManualTime time = new ManualTime(17);
    FakeAudiences client = all(new FakeAudiences(time), FakePages.of(3));

    AudiencesSummary summary =
        client
            .each(Runnable::run, "team-0")
            .deadline(MINUTE)
            .readAll((audience, all) -> time.advance(MINUTE));

    assertThat(summary.isComplete()).isTrue();
  }

  /** A single failure of the audience, by the deadline of one of its calls, is no such thing. */
  @Test
  void aTimeoutOfOneAudienceBeforeTheDeadlineLeavesTheOthers() {
    ThriveTimeoutException failure = new ThriveTimeoutException("the call took too long", null);
    FakeAudiences client =
        all(new FakeAudiences(new ManualTime(17)), FakePages.of(3))
            .with("team-0", FakePages.failing(failure));

    AudiencesSummary summary =
        client.each(Runnable::run, names()).deadline(MINUTE).readAll(handler);

    assertThat(handler.failed).containsOnlyKeys("team-0").containsValue(failure);
    assertThat(summary.read()).hasSize(TOTAL - 1);
  }
}
