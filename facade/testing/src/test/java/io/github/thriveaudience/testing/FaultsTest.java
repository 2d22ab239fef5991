package io.github.thriveaudience.testing;

import static io.github.thriveaudience.testing.Scenarios.emptyPage;
import static io.github.thriveaudience.testing.Scenarios.fails;
import static io.github.thriveaudience.testing.Scenarios.failsOnce;
import static io.github.thriveaudience.testing.Scenarios.gatewayHtml;
import static io.github.thriveaudience.testing.Scenarios.gatewayHtmlOnce;
import static io.github.thriveaudience.testing.Scenarios.members;
import static io.github.thriveaudience.testing.Scenarios.resetsOnce;
import static io.github.thriveaudience.testing.Scenarios.slow;
import static io.github.thriveaudience.testing.Scenarios.stopsAnswering;
import static io.github.thriveaudience.testing.Scenarios.throttledOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.AudiencesSummary;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembersSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Each fault as the client sees it, and what the server receives. */
class FaultsTest extends FaultsFixture {
  @Test
  void anErrorIsRetried() {
    STUBS.given(TEAM, failsOnce(503).atPage(2));

    isReadAfterRetries(503);

    assertThat(STUBS.requestedPages(TEAM)).containsExactly(1, 2, 2, 3);
  }

  @Test
  void aLastingErrorIsThrown() {
    STUBS.given(TEAM, fails(404));

    assertThatThrownBy(() -> STUBS.client().members(TEAM).page(1))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void faultsFollowEachOtherInTheirOrder() {
    STUBS.given(TEAM, gatewayHtmlOnce(), throttledOnce(), failsOnce(500));

    isReadAfterRetries(502, 429, 500);

    assertThat(STUBS.requestedPages(TEAM)).containsExactly(1, 1, 1, 1, 2, 3);
  }

  @Test
  void aResetConnectionIsReplacedByTheHttpClient() {
    STUBS.given(TEAM, resetsOnce());

    isReadAfterRetries();

    assertThat(STUBS.requestedPages(TEAM)).containsExactly(1, 1, 2, 3);
  }

  @Test
  void aGatewaysPageOfHtmlIsAServerError() {
    STUBS.given(TEAM, gatewayHtml());

    assertThatThrownBy(() -> readAll(STUBS.builder().maxAttempts(1)))
        .isInstanceOfSatisfying(
            ServerErrorException.class,
            thrown -> {
              assertThat(thrown.status()).isEqualTo(502);
              assertThat(thrown.apiMessage()).isNull();
            });
  }

  @Test
  void aSlowResponseIsWaitedFor() {
    STUBS.given(TEAM, slow(Duration.ofMillis(20)));
    long begin = System.nanoTime();

    isReadAfterRetries();

    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(40));
  }

  @Test
  void aServerThatStopsAnsweringTimesOut() {
    STUBS.given(TEAM, stopsAnswering().atPage(2));

    assertThatThrownBy(
            () ->
                readAll(
                    STUBS
                        .builder()
                        .requestTimeout(Duration.ofMillis(100))
                        .callTimeout(Duration.ofMillis(150))))
        .isInstanceOfSatisfying(
            ThriveTimeoutException.class,
            thrown -> assertThat(thrown.report().members()).isEqualTo(100));
    assertThat(STUBS.requestedPages(TEAM)).startsWith(1, 2);
  }

  @Test
  void aFailedReadingIsResumed() {
    STUBS.given(TEAM, failsOnce(500).atPage(3));
    try (AudienceMembersClient once = STUBS.builder().maxAttempts(1).build()) {
      assertThatThrownBy(() -> once.members(TEAM).readAll())
          .isInstanceOfSatisfying(
              ThriveException.class,
              failed ->
                  assertThat(once.members(TEAM).resume(failed.report()).readAll().members())
                      .hasSize(250));
    }
  }

  @Test
  void changesOfEachGoOnAfterAnAudienceThatFails() {
    STUBS.given("a", members("1", "2")).given("b", fails(500)).given("c", members("1"));
    List<String> read = new ArrayList<>();
    try (AudienceMembersClient client = STUBS.builder().maxAttempts(1).build()) {
      AudiencesSummary summary =
          client
              .changesOfEach(
                  Map.of(
                      "a", KnownMembers.none(), "b", KnownMembers.none(), "c", KnownMembers.none()))
              .readAll((audience, changes) -> read.add(audience + " " + changes.joined().size()));

      assertThat(read).containsExactlyInAnyOrder("a 2", "c 1");
      assertThat(summary.isConsistent()).isFalse();
    }
  }

  @Test
  void aFaultOccursAsOftenAsItIsGiven() {
    STUBS.given(TEAM, failsOnce(503), failsOnce(503), resetsOnce(), members(3));

    assertThat(readAll(STUBS.builder()).members()).hasSize(3);
    assertThat(STUBS.requestedPages(TEAM)).containsExactly(1, 1, 1, 1);
  }

  @Test
  void whatAnEarlierTestBeganDoesNotCount() throws Exception {
    STUBS.given(TEAM, stopsAnswering());
    try (AudienceMembersClient earlier = STUBS.builder().maxAttempts(2).build()) {
      CompletableFuture<?> call =
          CompletableFuture.supplyAsync(() -> earlier.members(TEAM).page(1));
      while (STUBS.requests().isEmpty()) {
        assertThat(call).as("waits for a response").isNotDone();
        Thread.onSpinWait();
      }

      STUBS.reset();
      STUBS.given(TEAM, failsOnce(404), members(3));

      // It retries; whether that is served depends on when it arrives.
      call.handle((page, failure) -> failure).join();
      assertThat(STUBS.requests()).isEmpty();
      assertThat(STUBS.violations()).isEmpty();
      assertThatThrownBy(() -> earlier.members(TEAM).page(1)).hasMessageContaining("404");
      assertThat(STUBS.requestedPages(TEAM)).containsExactly(1);
    }
  }

  @Test
  void faultsAndListsGoTogether() {
    STUBS.given(TEAM, emptyPage(2), throttledOnce().atPage(3), failsOnce(502).atPage(2));

    MembersSnapshot all = readAll(STUBS.builder());

    assertThat(all.members()).hasSize(150);
    assertThat(STUBS.requestedPages(TEAM)).containsExactly(1, 2, 2, 3, 3);
  }
}
