package io.github.thriveaudience;

import static io.github.thriveaudience.internal.listing.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.TraversalBrokenOffException;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is known of a reading that has not come to its end. */
class BrokenOffReadingTest {
  private final List<String> delivered = new ArrayList<>();

  @Test
  void ofNestedReadingsTheOuterOneIsReported() {
    MalformedResponseException failure = new MalformedResponseException("no luck");
    FakePages inner = FakePages.of(45);

    assertThatThrownBy(
            () ->
                members(FakePages.of(45))
                    .read(
                        outer ->
                            members(inner)
                                .read(
                                    member -> {
                                      if (member.userId().equals("id-33")) {
                                        throw failure;
                                      }
                                    })))
        .isSameAs(failure);

    assertThat(failure.getSuppressed()).hasSize(2);
    assertThat(TraversalBrokenOffException.reportIn(failure).orElseThrow().nextPage()).isEqualTo(1);
  }

  @Test
  void aCheckedExceptionThatIsThrownAllTheSameHasAReportToo() {
    Exception failure = new Exception("sneaky");

    assertThatThrownBy(() -> members(FakePages.of(45)).read(member -> sneak(failure)))
        .isSameAs(failure);

    assertThat(TraversalBrokenOffException.reportIn(failure)).isPresent();
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable failure) throws E {
    throw (E) failure;
  }

  @Test
  void aFailureSaysFromWhichPageToGoOn() {
    MalformedResponseException failure = new MalformedResponseException("no luck");
    AtomicInteger failures = new AtomicInteger();
    FakePages source =
        new FakePages(
            page -> {
              if (page == 4 && failures.getAndIncrement() == 0) {
                throw failure;
              }
              return FakePages.page(45, page);
            });

    assertThatThrownBy(() -> read(source)).isSameAs(failure);
    TraversalReport report = TraversalBrokenOffException.reportIn(failure).orElseThrow();

    assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.nextPage()).isEqualTo(4);
    assertThat(report.members()).isEqualTo(30);
    assertThat(report.evidence()).contains("The traversal broke off at page 4.");
    assertThat(failure.getSuppressed()[0])
        .hasMessage("The traversal broke off after 30 members; page 4 is the one to go on from.");
    members(source).startingAt(report.nextPage()).read(member -> delivered.add(member.userId()));
    assertThat(delivered).isEqualTo(ids(0, 45));
  }

  @Test
  void aFailureBeforeAnyPageHasAReportToo() {
    MalformedResponseException failure = new MalformedResponseException("no luck");
    FakePages source =
        new FakePages(
            page -> {
              throw failure;
            });

    assertThatThrownBy(() -> members(source).readAll()).isSameAs(failure);
    TraversalReport report = TraversalBrokenOffException.reportIn(failure).orElseThrow();

    assertThat(report.nextPage()).isEqualTo(1);
    assertThat(report.firstTotalResults()).isNull();
    assertThat(report.lastTotalResults()).isNull();
    assertThat(report.requests()).isEqualTo(1);
  }

  @Test
  void aConsumerThatFailsHasThePageAgain() {
    IllegalStateException failure = new IllegalStateException("the database is full");

    assertThatThrownBy(
            () ->
                members(FakePages.of(45))
                    .read(
                        member -> {
                          if (member.userId().equals("id-25")) {
                            throw failure;
                          }
                        }))
        .isSameAs(failure);

    TraversalReport report = TraversalBrokenOffException.reportIn(failure).orElseThrow();
    assertThat(report.nextPage()).isEqualTo(3);
    assertThat(report.members()).isEqualTo(25);
  }

  @Test
  void thereIsNoReportWhereNoTraversalWasUnderWay() {
    assertThat(TraversalBrokenOffException.reportIn(new IllegalStateException())).isEmpty();
  }

  /**
   * Reads until so many members are delivered, and gives the report of what was read until then.
   */
  static TraversalReport breakOff(Members members, int count, List<String> delivered) {
    Throwable failure =
        catchThrowable(
            () ->
                members.read(
                    member -> {
                      if (delivered.size() == count) {
                        throw new IllegalStateException("the database is full");
                      }
                      delivered.add(member.userId());
                    }));
    return TraversalBrokenOffException.reportIn(failure).orElseThrow();
  }

  private TraversalReport read(FakePages source) {
    return members(source).read(member -> delivered.add(member.userId()));
  }

  private static Members members(FakePages source) {
    return new DefaultMembers(source, Runnable::run, Time.SYSTEM);
  }
}
