package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TraversalReportTest {
  private static TraversalReportBuilder full() {
    return TraversalReport.builder()
        .verdict(Verdict.INCOMPLETE)
        .evidence(List.of("A sentence."))
        .members(1)
        .duplicates(2)
        .pages(3)
        .requests(4)
        .firstTotalResults(5L)
        .lastTotalResults(6L)
        .firstPage(7)
        .nextPage(8);
  }

  @Test
  void showsAllThatWasSet() {
    assertThat(full().build())
        .hasToString(
            "TraversalReport[verdict=INCOMPLETE, evidence=[A sentence.], members=1, duplicates=2,"
                + " pages=3, requests=4, firstTotalResults=5, lastTotalResults=6, firstPage=7,"
                + " nextPage=8]");
  }

  @Test
  void hasTheFiguresOfAnEmptyAudienceByDefault() {
    assertThat(TraversalReport.builder().verdict(Verdict.CONSISTENT).build())
        .hasToString(
            "TraversalReport[verdict=CONSISTENT, evidence=[], members=0, duplicates=0, pages=0,"
                + " requests=0, firstTotalResults=null, lastTotalResults=null, firstPage=1,"
                + " nextPage=null]");
  }

  static Stream<UnaryOperator<TraversalReportBuilder>> changes() {
    return Stream.of(
        report -> report.verdict(Verdict.DRIFTED),
        report -> report.evidence(List.of()),
        report -> report.members(0),
        report -> report.duplicates(0),
        report -> report.pages(0),
        report -> report.requests(0),
        report -> report.firstTotalResults(null),
        report -> report.lastTotalResults(null),
        report -> report.firstPage(1),
        report -> report.nextPage(null));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isEqualByValue(UnaryOperator<TraversalReportBuilder> change) {
    TraversalReport report = full().build();

    assertThat(full().build()).isEqualTo(report).hasSameHashCodeAs(report);
    assertThat(change.apply(full()).build()).isNotEqualTo(report);
  }

  @Test
  void copiesTheEvidence() {
    List<String> evidence = new ArrayList<>(List.of("A sentence."));
    TraversalReport report = full().evidence(evidence).build();

    evidence.clear();

    assertThat(report.evidence()).containsExactly("A sentence.");
  }

  static Stream<UnaryOperator<TraversalReportBuilder>> badChanges() {
    return Stream.of(
        report -> report.members(-1),
        report -> report.duplicates(-1),
        report -> report.pages(-1),
        report -> report.requests(-1),
        report -> report.firstPage(0));
  }

  @ParameterizedTest
  @MethodSource("badChanges")
  void rejectsAValueOutOfRange(UnaryOperator<TraversalReportBuilder> change) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(full()))
        .withMessageContaining("or more, but was");
  }

  @Test
  void requiresAVerdict() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TraversalReport.builder().build())
        .withMessage("verdict must be set");
  }
}
