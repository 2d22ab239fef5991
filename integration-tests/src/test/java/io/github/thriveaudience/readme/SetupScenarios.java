package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.github.thriveaudience.readme.Responses.NO_MEMBERS;
import static io.github.thriveaudience.readme.Responses.error;
import static io.github.thriveaudience.readme.Scenario.statements;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Snippets that set the client up. */
final class SetupScenarios {
  private SetupScenarios() {}

  static void addTo(Map<String, Scenario> scenarios) {
    credentials(scenarios);
    headers(scenarios);
    frameworks(scenarios);
    tests(scenarios);
  }

  private static void credentials(Map<String, Scenario> scenarios) {
    scenarios.put(
        "Authentication, java 1",
        statements(
            """
            assertThat(basic).hasToString("Credentials.basic(eu-west-2_Quickstart, ***)");
            assertThat(oauth2.toString()).contains("quickstart-client, ***");
            assertThat(requests()).isEmpty();
            """));
    scenarios.put(
        "Authentication, java 2",
        statements(
                """
                assertThat(token.value()).isEqualTo("of-the-webhooks");
                assertThat(requests()).hasSize(1);
                """)
            .given(Responses::issuesTokensOfWebhooks));
    scenarios.put(
        "Secrets that rotate, java 1",
        statements(
            """
            assertThat(
                    org.assertj.core.api.Assertions.catchThrowable(
                        () -> rotating.members("tech-team").page(1)))
                .isInstanceOf(io.github.thriveaudience.error.SupplierFailedException.class)
                .hasMessageContaining(mounted.resolve("tenant-id") + " does not exist");
            rotating.close();
            assertThat(requests()).isEmpty();
            """));
  }

  private static void headers(Map<String, Scenario> scenarios) {
    scenarios.put(
        "Headers, java 1",
        statements(
                """
                assertThat(thrive.members("tech-team").page(1).members()).isEmpty();
                assertThat(requests()).hasSize(1);
                thrive.close();
                """)
            .given(SetupScenarios::requiresAGatewayKey));
    scenarios.put(
        "Headers, java 2",
        statements(
                """
                assertThat(logged).containsExactly("requests left: [41]");
                """)
            .given(
                server ->
                    server.respond(
                        get(urlPathMatching(".*/members"))
                            .willReturn(
                                okJson(NO_MEMBERS).withHeader("x-ratelimit-remaining", "41")))));
  }

  private static void frameworks(Map<String, Scenario> scenarios) {
    scenarios.put("The beans, java 1", Scenario.type(FrameworkScenarios::springBean));
    scenarios.put("Quarkus, java 1", isFileOf("quarkus", "ThriveProducer"));
    scenarios.put("Micronaut, java 1", isFileOf("micronaut", "ThriveFactory"));
  }

  private static void tests(Map<String, Scenario> scenarios) {
    scenarios.put("In a JUnit 5 test, java 1", Scenario.type(FrameworkScenarios::junitTest));
    scenarios.put("Testing, java 1", Scenario.type(FrameworkScenarios::junitTest));
    scenarios.put("Without HTTP, java 1", Scenario.type(FrameworkScenarios::junitTest));
    scenarios.put("Rehearse bad nights, java 1", SetupScenarios::isTheTestOfTheConsumer);
  }

  /** The profile frameworks runs it there. */
  private static Scenario isFileOf(String project, String type) {
    Path file =
        Path.of("src/frameworks", project, "src/main/java/com/example", project, type + ".java");
    return (block, server) ->
        assertThat(Files.readString(file).strip())
            .isEqualTo("package com.example." + project + ";\n\n" + block.text().strip());
  }

  /** Each build runs it there. */
  private static void isTheTestOfTheConsumer(Block block, SnippetServer server) throws IOException {
    Path test = Path.of("src/consumers/bad-nights/src/test/java/com/example/badnights");
    assertThat(Files.readString(test.resolve("BadNightsTest.java")).strip())
        .isEqualTo("package com.example.badnights;\n\n" + block.text().strip())
        .hasLineCount(59);
  }

  /** Responds with members only where each request carries what the snippet sets. */
  private static void requiresAGatewayKey(SnippetServer server) {
    server.respond(get(urlPathMatching(".*/members")).willReturn(error(403)));
    server.respond(
        get(urlPathMatching(".*/members"))
            .withHeader("X-Api-Gateway-Key", equalTo("hush-gateway-key"))
            .withHeader("X-Gateway-Token", equalTo("hush-gateway-token"))
            .willReturn(okJson(NO_MEMBERS)));
  }
}
