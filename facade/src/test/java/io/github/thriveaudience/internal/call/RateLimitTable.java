package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.internal.call.Simulation.Outcome;
import io.github.thriveaudience.internal.call.Simulation.Scenario;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how the client, and the rule to compare with, do under rate limits. */
@Tag("table")
class RateLimitTable {

  @Test
  void print() {
    StringBuilder table = new StringBuilder();
    table.append(
        "| per second | burst | clients | refused, % | used, % | smallest share, % | failed"
            + " | refused | used | share | failed |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (int clients : new int[] {1, 2, 5}) {
      for (int limit : new int[] {5, 20, 100}) {
        for (int burst : clients == 1 ? new int[] {1, 5, 20} : new int[] {5, 20}) {
          List<Scenario> scenarios = RateLimitTest.scenarios(limit, burst, clients, 300);
          String[] ours = figures(scenarios, simulation -> new GateRule(simulation, 1 / 0.0));
          String[] other = figures(scenarios, AwsAdaptiveRule::new);
          row(
              table,
              "" + limit,
              "" + burst,
              "" + clients,
              ours[0],
              ours[1],
              ours[2],
              ours[3],
              other[0],
              other[1],
              other[2],
              other[3]);
        }
      }
    }
    System.out.println(table);
  }

  /** The mean and the worst of requests refused, used and shared, and the pages that failed. */
  private static String[] figures(List<Scenario> scenarios, Simulation.Rules rules) {
    List<Outcome> outcomes =
        scenarios.stream().map(scenario -> new Simulation(scenario, 1).run(rules)).toList();
    return new String[] {
      Texts.format(
          "%.1f (%.1f)",
          100 * outcomes.stream().mapToDouble(Outcome::refused).average().orElse(0),
          100 * outcomes.stream().mapToDouble(Outcome::refused).max().orElse(0)),
      Texts.format(
          "%.0f (%.0f)",
          100 * outcomes.stream().mapToDouble(Outcome::used).average().orElse(0),
          100 * outcomes.stream().mapToDouble(Outcome::used).min().orElse(0)),
      Texts.format(
          "%.0f (%.0f)",
          100 * outcomes.stream().mapToDouble(Outcome::smallestShare).average().orElse(0),
          100 * outcomes.stream().mapToDouble(Outcome::smallestShare).min().orElse(0)),
      "" + outcomes.stream().mapToInt(Outcome::failed).sum()
    };
  }

  private static void row(StringBuilder table, String... cells) {
    table.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }
}
