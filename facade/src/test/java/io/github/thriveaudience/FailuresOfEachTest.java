package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.BadRequestException;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import io.github.thriveaudience.internal.call.ManualTime;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures of one audience, and those that end the whole. */
class FailuresOfEachTest {
  private final FakeAudiences client =
      new FakeAudiences().with("sales", 25).with("board", 3).with("last", 1);
  private final MembersOfEach each = client.membersOfEach(List.of("sales", "board", "last"));
  private final RecordedAudiences<MembersSnapshot> handler = new RecordedAudiences<>();

  static Stream<ThriveException> failuresOfOne() {
    TraversalReport drifted = TraversalReport.builder().verdict(Verdict.DRIFTED).build();
    return Stream.of(
        new RateLimitedException("", ApiError.of(429)),
        new ServerErrorException("", ApiError.of(500)),
        new BadRequestException("", ApiError.of(400)),
        new UnexpectedStatusException("", ApiError.of(414)),
        new MalformedResponseException(""),
        new InconsistentListingException("", MembersSnapshot.of(List.of(), drifted)),
        new ThriveConnectionException("", null),
        new ThriveTimeoutException("the call took too long", null),
        ofToken(new ServerErrorException("", ApiError.of(503))),
        ofToken(new RateLimitedException("", ApiError.of(429))),
        ofToken(new MalformedResponseException("")));
  }

  @ParameterizedTest
  @MethodSource("failuresOfOne")
  void ofOneAudienceLeaveTheOthers(ThriveException failure) {
    client.with("board", FakePages.failing(failure));

    AudiencesSummary summary = each.readAll(handler);

    assertThat(handler.read.keySet()).containsExactly("sales", "last");
    assertThat(handler.failed).containsOnlyKeys("board").containsValue(failure);
    assertThat(summary.read().keySet()).containsExactly("sales", "last");
    assertThat(summary.failed()).containsOnlyKeys("board");
    assertThat(summary.failed().get("board").type()).isEqualTo(failure.getClass());
    assertThat(summary.failed().get("board").message()).isEqualTo(failure.getMessage());
    assertThat(summary.isComplete()).isFalse();
    assertThat(failure.getSuppressed()).isEmpty();
  }

  @Test
  void anUnknownAudienceLeavesTheOthers() {
    NotFoundException failure = FakeAudiences.notFound();
    client.with("board", FakePages.failing(failure));

    AudiencesSummary summary = each.readAll(handler);

    assertThat(handler.failed).containsOnlyKeys("board").containsValue(failure);
    assertThat(summary.notFound()).containsExactly("board");
    assertThat(summary.failed()).isEmpty();
    assertThat(summary.read().keySet()).containsExactly("sales", "last");
  }

  @Test
  void needNotBeHandled() {
    client.with("board", FakePages.failing(FakeAudiences.notFound()));

    AudiencesSummary summary = each.readAll((audience, all) -> {});

    assertThat(summary.notFound()).containsExactly("board");
  }

  @Test
  void carryTheReportForAnotherAttempt() {
    client.with(
        "board", FakePages.of(25).failingOnceAt(2, new MalformedResponseException("no luck")));
    List<MembersSnapshot> resumed = new ArrayList<>();

    each.readAll(
        new RecordedAudiences<MembersSnapshot>() {
          @Override
          public void failed(String audience, ThriveException failure) {
            resumed.add(client.members(audience).resume(failure.report()).readAll());
          }
        });

    assertThat(resumed).singleElement().satisfies(all -> assertThat(all.members()).hasSize(25));
  }

  static Stream<Throwable> failuresOfAll() {
    return Stream.of(
        new UnauthorizedException("", ApiError.of(401)),
        new ForbiddenException("", ApiError.of(403)),
        new TokenRequestException("", "invalid_client", null),
        new ThriveInterruptedException("", null),
        ofToken(FakeAudiences.notFound()),
        ofToken(new BadRequestException("", ApiError.of(400))),
        ofToken(new UnexpectedStatusException("", ApiError.of(407))),
        new IllegalStateException("this client is closed"),
        new UnsupportedOperationException("a fake without this method"),
        new StackOverflowError("a bug"),
        new Exception("an undeclared one"));
  }

  @ParameterizedTest
  @MethodSource("failuresOfAll")
  void ofAllAudiencesEndTheWhole(Throwable failure) {
    client.with("board", FakePages.of(3).beforeEach(page -> throwUnchecked(failure)));

    assertThatThrownBy(() -> each.readAll(handler)).isSameAs(failure);

    assertThat(client.begun).containsExactly("sales", "board");
    assertThat(handler.read.keySet()).containsExactly("sales");
    assertThat(handler.failed).isEmpty();
    AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
    assertThat(summary.read().keySet()).containsExactly("sales");
    assertThat(summary.notFound()).isEmpty();
    if (failure instanceof ThriveException) {
      assertThat(summary.failed()).containsOnlyKeys("board");
    } else {
      assertThat(summary.unfinished()).containsExactly("board");
    }
    assertThat(summary.notBegun()).containsExactly("last");
    assertThat(summary.isComplete()).isFalse();
  }

  @Test
  void saysInTheTraceWhatWasDone() {
    client.with("board", FakePages.failing(new UnauthorizedException("who?", ApiError.of(401))));

    assertThatThrownBy(() -> each.readAll(handler))
        .hasStackTraceContaining(
            "Suppressed: io.github.thriveaudience.AudiencesReadSoFar: 3 audiences: 1 read:"
                + " \"sales\"; 1 failed: \"board\" (UnauthorizedException); 1 not begun: \"last\"");
  }

  @Test
  void haveTheTraceOfBothThreads() {
    client.with("board", FakePages.of(3).beforeEach(page -> readsOnAnotherThread()));

    Throwable failure = catchThrowable(() -> callOfTheUser(handler));

    assertThat(failure.getStackTrace())
        .extracting(StackTraceElement::getMethodName)
        .contains("readsOnAnotherThread", "callOfTheUser");
  }

  private static void readsOnAnotherThread() {
    throw new IllegalStateException("no luck");
  }

  private void callOfTheUser(RecordedAudiences<MembersSnapshot> recorded) {
    each.readAll(recorded);
  }

  @Test
  void ofAClientThatGivesNoMembersEndTheWhole() {
    IllegalStateException failure = new IllegalStateException("this client is closed");
    MembersOfEach closed =
        new DefaultMembersOfEach(
            Audiences.of(
                audience -> {
                  throw failure;
                },
                List.of("sales"),
                Runnable::run,
                new ManualTime(17)));

    assertThatThrownBy(() -> closed.readAll(handler)).isSameAs(failure);

    assertThat(AudiencesSummary.of(failure).orElseThrow().notBegun()).containsExactly("sales");
  }

  @Test
  void ofThreadsEndTheWhole() {
    RejectedExecutionException failure = new RejectedExecutionException("no thread");

    assertThatThrownBy(
            () ->
                client
                    .each(
                        task -> {
                          throw failure;
                        },
                        "sales",
                        "board")
                    .readAll(handler))
        .isSameAs(failure);

    assertThat(AudiencesSummary.of(failure).orElseThrow().unfinished()).containsExactly("sales");
  }

  private static <T extends ThriveException> T ofToken(T failure) {
    FailureDetails.of(failure).setOfToken();
    return failure;
  }

  static void throwUnchecked(Throwable failure) {
    FailuresOfEachTest.<RuntimeException>throwAs(failure);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void throwAs(Throwable failure) throws E {
    throw (E) failure;
  }
}
