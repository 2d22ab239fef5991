package io.github.thriveaudience.readme;

import static io.github.thriveaudience.readme.Scenario.statements;

import java.util.Map;

/** Snippets about audiences that change. */
final class ChangesScenarios {
  private ChangesScenarios() {}

  static void addTo(Map<String, Scenario> scenarios) {
    during(scenarios);
    between(scenarios);
  }

  private static void during(Map<String, Scenario> scenarios) {
    scenarios.put(
        "Audiences that change, java 1",
        statements(
            """
            assertThat(verdict).isEqualTo(Verdict.CONSISTENT).isEqualTo(report.verdict());
            assertThat(evidence).contains("There were no duplicates.");
            assertThat(synchronised).hasSize(250);
            assertThat(requests()).hasSize(6);
            """));
    scenarios.put(
        "Audiences that change, java 2",
        statements(
            """
            assertThat(synchronised).hasSize(250);
            assertThat(requests()).hasSize(3);
            """));
  }

  private static void between(Map<String, Scenario> scenarios) {
    scenarios.put(
        "Keep a system in step, java 1",
        statements(
            """
                  assertThat(logged).hasSize(249).last().asString().contains(
                      "248 joined, 0 left, 0 updated, 2 unchanged, 0 unconfirmed;");
                  assertThat(requests()).hasSize(3);
                  """));
    scenarios.put(
        "What counts as having left, java 1",
        statements(
            """
                  assertThat(changes.joined()).hasSize(249);
                  assertThat(policy.attempts()).isEqualTo(5);
                  """));
    scenarios.put(
        "A state file, java 1",
        statements(
            """
                  assertThat(synchronised).hasSize(250);
                  MembershipState written = MembershipState.read(file);
                  java.nio.file.Files.delete(file);
                  assertThat(written.ids()).hasSize(250);
                  assertThat(requests()).hasSize(3);
                  """));
  }
}
