package io.github.thriveaudience.readme;

import static io.github.thriveaudience.readme.Scenario.statements;

import java.util.Map;

/** Snippets that measure and trace. */
final class ObservationScenarios {
  private ObservationScenarios() {}

  static void addTo(Map<String, Scenario> scenarios) {
    metrics(scenarios);
    traces(scenarios);
  }

  private static void metrics(Map<String, Scenario> scenarios) {
    scenarios.put(
        "Metrics, java 1",
        statements(
            """
            assertThat(thrive.members("tech-team").readAll().members()).hasSize(250);
            assertThat(registry.get("thrive.client.members").counter().count()).isEqualTo(250);
            assertThat(requests()).hasSize(1);
            thrive.close();
            """));
    scenarios.put(
        "Metrics, java 2",
        statements(
            """
            var call = io.github.thriveaudience.event.CallInfo.of(
                io.github.thriveaudience.event.Operation.LIST_MEMBERS, "TEST", "localhost", "id");
            for (int seconds = 9; seconds <= 10; seconds++) {
              slowCalls.onCall(
                  CallEvent.of(call, 1, java.time.Duration.ofSeconds(seconds), 200, null));
            }
            assertThat(logged).containsExactly("slow: id took PT10S");
            """));
  }

  private static void traces(Map<String, Scenario> scenarios) {
    scenarios.put(
        "Traces, java 1",
        statements(
            """
            java.util.List<String> names = new java.util.ArrayList<>();
            observationRegistry
                .observationConfig()
                .observationHandler(context -> names.add(context.getName()));
            assertThat(thrive.members("tech-team").readAll().members()).hasSize(250);
            assertThat(names).contains("thrive.client.listings");
            assertThat(requests()).hasSize(1);
            thrive.close();
            """));
    scenarios.put(
        "Traces, java 2",
        statements(
            """
            MDC.put("job", "nightly");
            assertThat(thrive.members("tech-team").readAll().members()).hasSize(250);
            assertThat(MDC.getCopyOfContextMap()).containsEntry("job", "nightly");
            MDC.clear();
            assertThat(requests()).hasSize(1);
            thrive.close();
            """));
  }
}
