package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.github.thriveaudience.readme.Responses.error;
import static io.github.thriveaudience.readme.Scenario.statements;

import java.util.Map;

/** Snippets that read audiences. */
final class ReadingScenarios {
  private ReadingScenarios() {}

  static void addTo(Map<String, Scenario> scenarios) {
    first(scenarios);
    many(scenarios);
    interrupted(scenarios);
    failing(scenarios);
  }

  private static void first(Map<String, Scenario> scenarios) {
    scenarios.put(
        "First call, java 1",
        statements(
            """
            assertThat(printed().lines()).hasSize(250);
            assertThat(requests()).containsExactly("page=1&perPage=1000");
            """));
    scenarios.put("A nightly job, java 1", NightlyJobScenario::check);
    scenarios.put(
        "Ways to read, java 1",
        statements(
            """
            assertThat(printed().lines()).hasSize(250);
            assertThat(emails).hasSize(250).contains("user-0250@example.com");
            assertThat(page.members()).hasSize(50);
            assertThat(all.members()).hasSize(250);
            assertThat(all.isConsistent()).isTrue();
            assertThat(report.members()).isEqualTo(250);
            assertThat(synchronised).hasSize(250);
            assertThat(requests()).hasSize(13);
            """));
    scenarios.put(
        "Going over from hand-written calls, java 1",
        statements(
            """
            assertThat(ids).hasSize(250);
            assertThat(logged).singleElement().asString()
                .startsWith("the same: true, by hand 250; ").contains("CONSISTENT");
            """));
  }

  private static void many(Map<String, Scenario> scenarios) {
    scenarios.put(
        "Large audiences, java 1",
        statements(
            """
            assertThat(faster.stream()).hasSize(250);
            assertThat(requests()).hasSize(3).contains("page=2&perPage=100");
            """));
    scenarios.put(
        "Large audiences, java 2",
        statements(
            """
            assertThat(synchronised).hasSize(250);
            assertThat(logged).contains("page 3 of 3, 250 members").hasSize(3);
            """));
    scenarios.put(
        "Many audiences, java 1",
        statements(
            """
            assertThat(synchronised).hasSize(251);
            assertThat(logged).hasSize(4).last().asString().isIn(
                "AudiencesSummary[3 audiences: 2 read: \\"one-member-team\\", \\"tech-team\\";"
                    + " 1 not found: \\"old-team\\"]",
                "AudiencesSummary[3 audiences: 2 read: \\"tech-team\\", \\"one-member-team\\";"
                    + " 1 not found: \\"old-team\\"]");
            assertThat(requests()).hasSize(5);
            """));
  }

  private static void interrupted(Map<String, Scenario> scenarios) {
    scenarios.put(
        "Cancel a listing, java 1",
        statements(
            """
            assertThat(job).isCancelled();
            assertThat(jobs.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES)).isTrue();
            """));
    scenarios.put(
        "Resume a listing that failed, java 1",
        statements(
                """
                assertThat(synchronised).hasSize(250).doesNotHaveDuplicates();
                assertThat(requests()).hasSize(4).contains("page=2&perPage=100");
                """)
            .given(ReadingScenarios::failsOnce));
  }

  private static void failing(Map<String, Scenario> scenarios) {
    scenarios.put(
        "Exceptions, java 1",
        statements(
            """
            assertThat(ofTheClient)
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("there is no audience with this id or reference");
            assertThat(ofYours.status()).isEqualTo(404);
            assertThat(ofYours).hasMessage("gone");
            """));
    scenarios.put(
        "Errors, java 1",
        statements("assertThat(synchronised).hasSize(250);")
            .and(errors("Left out: ", 404))
            .and(errors("Not this time: ", 429))
            .and(errors("Not this time: ", 500)));
  }

  private static void failsOnce(SnippetServer server) {
    server.respond(
        get(urlPathMatching(".*/members"))
            .withQueryParam("page", equalTo("2"))
            .inScenario("fails once")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("has failed")
            .willReturn(error(500)));
  }

  private static Scenario errors(String logged, int status) {
    return statements(
            """
            assertThat(synchronised).isEmpty();
            assertThat(logged).singleElement().asString().startsWith("%s");
            """
                .formatted(logged))
        .given(server -> server.respond(error(status)));
  }
}
