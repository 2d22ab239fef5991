package io.github.thriveaudience;

import static io.github.thriveaudience.FailuresOfEachTest.throwUnchecked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.listing.MembersSnapshot;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures of the caller's own handler and listener end the whole. */
class CallersFailuresOfEachTest {
  private final FakeAudiences client =
      new FakeAudiences().with("sales", 25).with("board", 3).with("last", 1);
  private final MembersOfEach each = client.membersOfEach(List.of("sales", "board", "last"));
  private final RecordedAudiences<MembersSnapshot> handler = new RecordedAudiences<>();

  static Stream<Function<Throwable, RecordedAudiences<MembersSnapshot>>> failingHandlers() {
    return Stream.of(
        failure ->
            new RecordedAudiences<MembersSnapshot>() {
              @Override
              public void read(String audience, MembersSnapshot result) {
                if (audience.equals("board")) {
                  throwUnchecked(failure);
                }
              }
            },
        failure ->
            new RecordedAudiences<MembersSnapshot>() {
              @Override
              public void failed(String audience, ThriveException notFound) {
                throwUnchecked(failure);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("failingHandlers")
  void ofTheHandlerEndTheWhole(Function<Throwable, RecordedAudiences<MembersSnapshot>> failing) {
    for (Throwable failure :
        List.of(
            new IllegalStateException("the database is full"),
            new StackOverflowError(),
            new ServerErrorException("of another API", ApiError.of(500)),
            new InterruptedException("an undeclared one"))) {
      client.begun.clear();

      assertThatThrownBy(
              () ->
                  client
                      .membersOfEach(List.of("sales", "unknown", "board", "last"))
                      .readAll(failing.apply(failure)))
          .isSameAs(failure);

      assertThat(client.begun).doesNotContain("last");
      AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
      assertThat(summary.read().keySet()).containsExactly("sales");
      assertThat(summary.notFound()).containsExactly("unknown");
      assertThat(summary.notBegun()).contains("last");
      assertThat(summary.failed()).isEmpty();
    }
  }

  @Test
  void anAudienceWhoseHandlerThrewIsUnfinished() {
    IllegalStateException failure = new IllegalStateException("the database is full");

    catchThrowable(
        () ->
            each.readAll(
                (audience, all) -> {
                  throw failure;
                }));

    AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
    assertThat(summary.unfinished()).containsExactly("sales");
    assertThat(summary.notBegun()).containsExactly("board", "last");
    assertThat(summary.read()).isEmpty();
  }

  @Test
  void ofTheListenerEndTheWhole() {
    IllegalStateException failure = new IllegalStateException("the terminal is gone");

    assertThatThrownBy(
            () ->
                each.onProgress(
                        progress -> {
                          throw failure;
                        })
                    .readAll(handler))
        .isSameAs(failure);

    AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
    assertThat(summary.read().keySet()).as("it had been handled").containsExactly("sales");
    assertThat(summary.notBegun()).containsExactly("board", "last");
  }

  @Test
  void ofNestedReadingsCarryTheSummaryOfTheOutermost() {
    IllegalStateException failure = new IllegalStateException("the database is full");

    catchThrowable(
        () ->
            each.readAll(
                (audience, all) ->
                    client
                        .membersOfEach(List.of("board"))
                        .readAll(
                            (inner, members) -> {
                              throw failure;
                            })));

    assertThat(AudiencesSummary.of(failure).orElseThrow().notBegun())
        .containsExactly("board", "last");
  }
}
