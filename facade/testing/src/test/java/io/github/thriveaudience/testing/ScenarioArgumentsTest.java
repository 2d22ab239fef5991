package io.github.thriveaudience.testing;

import static io.github.thriveaudience.testing.Scenarios.drifting;
import static io.github.thriveaudience.testing.Scenarios.emptyPage;
import static io.github.thriveaudience.testing.Scenarios.fails;
import static io.github.thriveaudience.testing.Scenarios.failsOnce;
import static io.github.thriveaudience.testing.Scenarios.gatewayHtml;
import static io.github.thriveaudience.testing.Scenarios.incomplete;
import static io.github.thriveaudience.testing.Scenarios.joins;
import static io.github.thriveaudience.testing.Scenarios.leavesBetweenReadings;
import static io.github.thriveaudience.testing.Scenarios.memberId;
import static io.github.thriveaudience.testing.Scenarios.members;
import static io.github.thriveaudience.testing.Scenarios.pagesOf;
import static io.github.thriveaudience.testing.Scenarios.secretRevoked;
import static io.github.thriveaudience.testing.Scenarios.slow;
import static io.github.thriveaudience.testing.Scenarios.stopsAnswering;
import static io.github.thriveaudience.testing.Scenarios.throttledFor;
import static io.github.thriveaudience.testing.Scenarios.throttledOnce;
import static io.github.thriveaudience.testing.Scenarios.tokenExpires;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is changed, with messages that name it. */
class ScenarioArgumentsTest {

  private static Arguments refused(String message, ThrowingCallable call) {
    return arguments(message, call);
  }

  static Stream<Arguments> badArguments() {
    return Stream.of(
        refused("members(-1): must be 0 to 1000000", () -> members(-1)),
        refused("members(): the id at 1 is blank", () -> members("a", " ")),
        refused("members(): the id at 2 is a duplicate", () -> members("a", "b", "a")),
        refused("memberId(0): must be 1 to 1000000", () -> memberId(0)),
        refused("pagesOf(0): must be 1 to 1000", () -> pagesOf(0)),
        refused("pagesOf(1001): must be 1 to 1000", () -> pagesOf(1001)),
        refused("emptyPage(0): pages count from 1", () -> emptyPage(0)),
        refused("failsOnce(200): must be an error, 400 to 599", () -> failsOnce(200)),
        refused("fails(600): must be an error, 400 to 599", () -> fails(600)),
        refused("throttledFor(0): must be 1 to 1000", () -> throttledFor(0)),
        refused(
            "throttledFor(PT0.5S): must be 1 second", () -> throttledFor(Duration.ofMillis(500))),
        refused("slow(PT0S): must be more than zero", () -> slow(Duration.ZERO)),
        refused("slow(PT1M1S): must be more than zero", () -> slow(Duration.ofSeconds(61))),
        refused("atPage(0): pages count from 1", () -> throttledOnce().atPage(0)),
        refused("joins() needs an id", () -> joins()),
        refused("leavesBetweenReadings(): the id at 0 is blank", () -> leavesBetweenReadings("")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badArguments")
  void badArgumentsAreRefused(String message, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static Arguments contradict(String message, Scenario... scenarios) {
    return arguments(message, List.of(scenarios));
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        contradict("members(5) is given twice", members(3), members(5)),
        contradict("drifting() is given twice", drifting(), drifting()),
        contradict(
            "drifting() and incomplete() contradict each other: a reading has one verdict",
            incomplete(),
            drifting()),
        contradict("drifting() and emptyPage(2) contradict each other", drifting(), emptyPage(2)),
        contradict(
            "throttledOnce() and throttledFor(3) contradict each other",
            throttledFor(3),
            throttledOnce()),
        contradict(
            "slow(PT1S) and stopsAnswering() contradict each other",
            slow(Duration.ofSeconds(1)),
            stopsAnswering()),
        contradict(
            "tokenExpires() and secretRevoked() contradict each other",
            tokenExpires(),
            secretRevoked()),
        contradict(
            "stopsAnswering().atPage(2) and gatewayHtml().atPage(3) contradict each other: both last",
            stopsAnswering().atPage(2),
            gatewayHtml().atPage(3)),
        contradict(
            "drifting() and gatewayHtml() contradict each other: no page is delivered",
            gatewayHtml(),
            drifting()),
        contradict("emptyPage(4) is beyond the list, which has 3 pages", emptyPage(4)),
        contradict(
            "emptyPage(2) is beyond the list, which has 1 page, with at most 100 members",
            emptyPage(2),
            members(100)),
        contradict("emptyPage(1) is beyond the list, which has 0 pages", emptyPage(1), members(0)),
        contradict(
            "failsOnce(503).atPage(2) is beyond the list, which has 1 page",
            members(0),
            failsOnce(503).atPage(2)),
        contradict(
            "drifting() needs two pages: members(102) or pagesOf(98) at most",
            members(100),
            drifting()),
        contradict(
            "incomplete() needs two members, but there are 1",
            members(2),
            incomplete(),
            leavesBetweenReadings(memberId(1))),
        contradict("leavesBetweenReadings(): absent is no member", leavesBetweenReadings("absent")),
        contradict("joins(): a is a member already", joins("a"), members("a")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contradictions")
  void contradictionsAreRefusedByName(String message, List<Scenario> scenarios) {
    assertThatThrownBy(() -> PlanBuilder.plan(scenarios.toArray(Scenario[]::new)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void whatDoesNotContradictGoesTogetherInAnyOrder() {
    assertThatCode(
            () ->
                PlanBuilder.plan(
                    stopsAnswering().atPage(2),
                    failsOnce(503),
                    failsOnce(502),
                    failsOnce(503).atPage(2),
                    tokenExpires(),
                    throttledOnce(),
                    emptyPage(1),
                    joins("new"),
                    leavesBetweenReadings(memberId(1)),
                    members(101)))
        .doesNotThrowAnyException();
  }

  @Test
  void whatOccursAtDifferentPagesGoesTogether() {
    assertThatCode(
            () -> {
              PlanBuilder.plan(throttledOnce(), throttledFor(Duration.ofHours(1)).atPage(3));
              PlanBuilder.plan(slow(Duration.ofMillis(1)), stopsAnswering().atPage(2));
              PlanBuilder.plan(tokenExpires(), secretRevoked().atPage(2));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aMissingScenarioIsNamed() {
    assertThatThrownBy(() -> PlanBuilder.plan(members(1), null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("scenarios");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "\ud800", "a/../b", "a\\..\\b", "a/."})
  void anAudienceThatTheClientRefuses(String audience) {
    try (ThriveStubs stubs = ThriveStubs.start()) {
      assertThatThrownBy(() -> stubs.given(audience, members(1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("audience must");
    }
  }

  @Test
  void aRefusedCallChangesNothing() {
    try (ThriveStubs stubs = ThriveStubs.start()) {
      stubs.given("team", members(1));

      assertThatThrownBy(() -> stubs.given("team", members(9), emptyPage(2)))
          .isInstanceOf(IllegalArgumentException.class);

      assertThat(stubs.client().members("team").stream()).hasSize(1);
    }
  }

  @Test
  void aSecondPageIsRefused() {
    assertThatThrownBy(() -> throttledOnce().atPage(1).atPage(2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("throttledOnce().atPage(1) has a page already");
  }

  @Test
  void namesNobody() {
    assertThat(List.of(members("a", "b"), joins("c"), leavesBetweenReadings("a")))
        .extracting(Scenario::toString)
        .containsExactly("members(2 ids)", "joins(1 ids)", "leavesBetweenReadings(1 ids)");
  }
}
