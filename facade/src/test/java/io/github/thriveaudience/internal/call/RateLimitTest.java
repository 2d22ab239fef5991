package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.call.Simulation.Outcome;
import io.github.thriveaudience.internal.call.Simulation.Scenario;
import io.github.thriveaudience.internal.call.Simulation.Steady;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listings under rate limits that the client does not know, in simulated time. */
@Tag("long")
class RateLimitTest {
  private static final int[] LIMITS = {5, 20, 100};

  @ParameterizedTest
  @CsvSource({"300, 0.05, 0.85", "90, 0.09, 0.80"})
  void oneClientFailsNothingAndUsesTheLimit(int seconds, double refused, double used) {
    SoftAssertions softly = new SoftAssertions();
    for (Scenario scenario : ofOneClient(seconds)) {
      Outcome outcome = outcome(scenario);
      softly.assertThat(outcome.failed()).as("%s: %s", scenario, outcome).isZero();
      softly
          .assertThat(outcome.refused())
          .as("%s: %s", scenario, outcome)
          .isLessThanOrEqualTo(refused);
      softly
          .assertThat(outcome.used())
          .as("%s: %s", scenario, outcome)
          .isGreaterThanOrEqualTo(used);
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void clientsShareALimit(int clients) {
    SoftAssertions softly = new SoftAssertions();
    List<Outcome> outcomes = new ArrayList<>();
    for (Scenario scenario : ofSeveral(clients)) {
      Outcome outcome = outcome(scenario);
      outcomes.add(outcome);
      softly.assertThat(outcome.failed()).as("%s: %s", scenario, outcome).isZero();
      softly.assertThat(outcome.refused()).as("%s: %s", scenario, outcome).isLessThan(0.08);
      softly.assertThat(outcome.used()).as("%s: %s", scenario, outcome).isGreaterThan(0.75);
    }
    softly.assertAll();
    // In single scenarios one client gets less, for minutes: see the README of the benchmark.
    assertThat(outcomes.stream().mapToDouble(Outcome::smallestShare).average().orElse(0))
        .as("the share of the client that got the least, of a fair one")
        .isGreaterThan(0.6 / clients);
  }

  private static List<Scenario> ofOneClient(int seconds) {
    return IntStream.of(LIMITS)
        .boxed()
        .flatMap(limit -> IntStream.of(1, 5, 20).boxed().map(burst -> List.of(limit, burst)))
        .flatMap(pair -> scenarios(pair.get(0), pair.get(1), 1, seconds).stream())
        .toList();
  }

  private static List<Scenario> ofSeveral(int clients) {
    return IntStream.of(LIMITS)
        .boxed()
        .flatMap(limit -> IntStream.of(5, 20).boxed().map(burst -> List.of(limit, burst)))
        .flatMap(pair -> scenarios(pair.get(0), pair.get(1), clients, 300).stream())
        .toList();
  }

  /** Clients that share a limit do not respond in step: their latency varies a little. */
  static List<Scenario> scenarios(int limit, int burst, int clients, int seconds) {
    List<Scenario> all = new ArrayList<>();
    for (int listings : clients == 1 ? new int[] {1, 10, 100} : new int[] {1, 10}) {
      for (int parallelism : new int[] {1, 8}) {
        for (boolean retryAfter : new boolean[] {false, true}) {
          for (int latency : new int[] {20, 200}) {
            all.add(
                new Scenario(
                    new Steady(limit),
                    burst,
                    retryAfter,
                    latency,
                    clients == 1 ? 0 : 0.01,
                    clients,
                    listings,
                    parallelism,
                    seconds));
          }
        }
      }
    }
    return all;
  }

  private static Outcome outcome(Scenario scenario) {
    return new Simulation(scenario, 1)
        .run(simulation -> new GateRule(simulation, Double.POSITIVE_INFINITY));
  }

  @Test
  void followsALimitThatFallsAndRises() {
    Simulation.Limit changing =
        nanos -> nanos < 60_000_000_000L ? 50 : nanos < 120_000_000_000L ? 5 : 50;
    for (Scenario scenario :
        List.of(
            new Scenario(changing, 5, false, 20, 0, 1, 10, 8, 120),
            new Scenario(changing, 20, true, 200, 0, 1, 10, 8, 120))) {
      Outcome outcome = outcome(scenario);

      assertThat(outcome.failed()).as("%s", outcome).isZero();
      assertThat(outcome.refused()).as("%s", outcome).isLessThan(0.05);
      assertThat(outcome.seconds()).as("120 s at 50 a second, and 60 s at 5").isLessThan(250);
    }
  }

  @Test
  void knownLimitIsNeverExceeded() {
    Scenario scenario = new Scenario(new Steady(20), 1, false, 20, 0, 1, 10, 8, 90);

    Outcome outcome = new Simulation(scenario, 1).run(simulation -> new GateRule(simulation, 19));

    assertThat(outcome.refused()).isZero();
    assertThat(outcome.used()).isBetween(0.93, 0.96);
  }
}
