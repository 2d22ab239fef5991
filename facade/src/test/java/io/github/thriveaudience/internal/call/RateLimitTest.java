package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.call.Simulation.Outcome;
import io.github.thriveaudience.internal.call.Simulation.Scenario;
import io.github.thriveaudience.internal.call.Simulation.Steady;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listings under rate limits that the client does not know, in simulated time. */
class RateLimitTest {
  private static final int[] LIMITS = {5, 20, 100};
  private static final boolean[] RETRY_AFTER = {false, true};
  private static final int[] LATENCIES = {20, 200};

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
  @CsvSource({"2, 0.333", "5, 0"})
  void clientsShareALimit(int clients, double share) {
    SoftAssertions softly = new SoftAssertions();
    for (Scenario scenario : ofSeveral(clients)) {
      Outcome outcome = outcome(scenario);
      softly.assertThat(outcome.failed()).as("%s: %s", scenario, outcome).isZero();
      softly
          .assertThat(outcome.refused())
          .as("%s: %s", scenario, outcome)
          .isLessThanOrEqualTo(0.08);
      softly
          .assertThat(outcome.used())
          .as("%s: %s", scenario, outcome)
          .isGreaterThanOrEqualTo(0.75);
      softly
          .assertThat(outcome.smallestShare())
          .as("%s: %s", scenario, outcome)
          .isGreaterThanOrEqualTo(share);
    }
    softly.assertAll();
  }

  private static List<Scenario> ofOneClient(int seconds) {
    List<Scenario> all = new ArrayList<>();
    for (int limit : LIMITS) {
      for (int burst : new int[] {1, 5, 20}) {
        for (int listings : new int[] {1, 10, 100}) {
          for (int parallelism : new int[] {1, 8}) {
            add(all, limit, burst, 0, 1, listings, parallelism, seconds);
          }
        }
      }
    }
    return all;
  }

  private static List<Scenario> ofSeveral(int clients) {
    List<Scenario> all = new ArrayList<>();
    for (int limit : LIMITS) {
      for (int burst : new int[] {5, 20}) {
        for (int listings : new int[] {1, 10}) {
          for (int parallelism : new int[] {1, 8}) {
            add(all, limit, burst, 0.01, clients, listings, parallelism, 300);
          }
        }
      }
    }
    return all;
  }

  private static void add(
      List<Scenario> all,
      int limit,
      int burst,
      double spread,
      int clients,
      int listings,
      int parallelism,
      int seconds) {
    for (boolean retryAfter : RETRY_AFTER) {
      for (int latency : LATENCIES) {
        all.add(
            new Scenario(
                new Steady(limit),
                burst,
                retryAfter,
                latency,
                spread,
                clients,
                listings,
                parallelism,
                seconds));
      }
    }
  }

  private static Outcome outcome(Scenario scenario) {
    return new Simulation(scenario, 1)
        .run(simulation -> new GateRule(simulation, Double.POSITIVE_INFINITY));
  }

  @Test
  void knownLimitIsNeverExceeded() {
    Scenario scenario = new Scenario(new Steady(20), 1, false, 20, 0, 1, 10, 8, 90);

    Outcome outcome = new Simulation(scenario, 1).run(simulation -> new GateRule(simulation, 19));

    assertThat(outcome.refused()).isZero();
    assertThat(outcome.used()).isBetween(0.93, 0.96);
  }
}
