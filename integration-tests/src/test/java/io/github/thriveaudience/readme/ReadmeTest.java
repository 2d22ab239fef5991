package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.github.thriveaudience.readme.Scenario.statements;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.contract.ContractValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compiles each Java snippet of the Markdown files and runs it against the stubs. */
class ReadmeTest {
  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  private static final SnippetServer SERVER = new SnippetServer(CONTRACT);

  private static final String NO_MEMBERS =
      """
      {"results":[],"pagination":{"totalResults":0,"totalPages":0,"page":1,"perPage":100}}""";

  /** What must hold at the end of each snippet, by its heading and number. */
  private static final Map<String, Scenario> SCENARIOS = new HashMap<>();

  static {
    SCENARIOS.put(
        "First call, java 1",
        statements(
            """
            assertThat(printed().lines()).hasSize(250);
            assertThat(requests()).containsExactly("page=1&perPage=1000");
            """));
    SCENARIOS.put("A nightly job, java 1", NightlyJobScenario::check);
    SCENARIOS.put(
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
    SCENARIOS.put(
        "Authentication, java 1",
        statements(
            """
            assertThat(basic).hasToString("Credentials.basic(eu-west-2_Quickstart, ***)");
            assertThat(oauth2.toString()).contains("quickstart-client, ***");
            assertThat(requests()).isEmpty();
            """));
    SCENARIOS.put(
        "Authentication, java 2",
        statements(
                """
                assertThat(token.value()).isEqualTo("of-the-webhooks");
                assertThat(requests()).hasSize(1);
                """)
            .given(ReadmeTest::issuesTokensOfWebhooks));
    SCENARIOS.put(
        "Headers, java 1",
        statements(
                """
                assertThat(thrive.members("tech-team").page(1).members()).isEmpty();
                assertThat(requests()).hasSize(1);
                thrive.close();
                """)
            .given(ReadmeTest::requiresAGatewayKey));
    SCENARIOS.put("The beans, java 1", Scenario.type(FrameworkScenarios::springBean));
    SCENARIOS.put(
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
    SCENARIOS.put("Quarkus, java 1", isFileOf("quarkus", "ThriveProducer"));
    SCENARIOS.put("Micronaut, java 1", isFileOf("micronaut", "ThriveFactory"));
    SCENARIOS.put(
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
    SCENARIOS.put(
        "Cancel a listing, java 1",
        statements(
            """
            assertThat(job).isCancelled();
            assertThat(jobs.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES)).isTrue();
            """));
    SCENARIOS.put(
        "Exceptions, java 1",
        statements(
            """
            assertThat(ofTheClient)
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("there is no audience with this id or reference");
            assertThat(ofYours.status()).isEqualTo(404);
            assertThat(ofYours).hasMessage("gone");
            """));
    SCENARIOS.put(
        "Large audiences, java 1",
        statements(
            """
            assertThat(faster.stream()).hasSize(250);
            assertThat(requests()).hasSize(3).contains("page=2&perPage=100");
            """));
    SCENARIOS.put(
        "Large audiences, java 2",
        statements(
            """
            assertThat(synchronised).hasSize(250);
            assertThat(logged).contains("page 3 of 3, 250 members").hasSize(3);
            """));
    SCENARIOS.put(
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
    SCENARIOS.put(
        "Audiences that change, java 1",
        statements(
            """
            assertThat(verdict).isEqualTo(Verdict.CONSISTENT).isEqualTo(report.verdict());
            assertThat(evidence).contains("There were no duplicates.");
            assertThat(synchronised).hasSize(250);
            assertThat(requests()).hasSize(6);
            """));
    SCENARIOS.put(
        "Audiences that change, java 2",
        statements(
            """
            assertThat(synchronised).hasSize(250);
            assertThat(requests()).hasSize(3);
            """));
    SCENARIOS.put(
        "Resume a listing that failed, java 1",
        statements(
                """
                assertThat(synchronised).hasSize(250).doesNotHaveDuplicates();
                assertThat(requests()).hasSize(4).contains("page=2&perPage=100");
                """)
            .given(ReadmeTest::failsOnce));
    SCENARIOS.put(
        "Keep a system in step, java 1",
        statements(
            """
                  assertThat(logged).hasSize(249).last().asString().contains(
                      "248 joined, 0 left, 0 updated, 2 unchanged, 0 unconfirmed;");
                  assertThat(requests()).hasSize(3);
                  """));
    SCENARIOS.put(
        "What counts as having left, java 1",
        statements(
            """
                  assertThat(changes.joined()).hasSize(249);
                  assertThat(policy.attempts()).isEqualTo(5);
                  """));
    SCENARIOS.put(
        "A state file, java 1",
        statements(
            """
                  assertThat(synchronised).hasSize(250);
                  MembershipState written = MembershipState.read(file);
                  java.nio.file.Files.delete(file);
                  assertThat(written.ids()).hasSize(250);
                  assertThat(requests()).hasSize(3);
                  """));
    SCENARIOS.put(
        "Errors, java 1",
        statements("assertThat(synchronised).hasSize(250);")
            .and(errors("Left out: ", 404))
            .and(errors("Not this time: ", 429))
            .and(errors("Not this time: ", 500)));
    SCENARIOS.put(
        "Metrics, java 1",
        statements(
            """
            assertThat(thrive.members("tech-team").readAll().members()).hasSize(250);
            assertThat(registry.get("thrive.client.members").counter().count()).isEqualTo(250);
            assertThat(requests()).hasSize(1);
            thrive.close();
            """));
    SCENARIOS.put(
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
    SCENARIOS.put(
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
    SCENARIOS.put(
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
    SCENARIOS.put(
        "Going over from hand-written calls, java 1",
        statements(
            """
            assertThat(ids).hasSize(250);
            assertThat(logged).singleElement().asString()
                .startsWith("the same: true, by hand 250; ").contains("CONSISTENT");
            """));
    SCENARIOS.put("In a JUnit 5 test, java 1", Scenario.type(FrameworkScenarios::junitTest));
    SCENARIOS.put("Testing, java 1", Scenario.type(FrameworkScenarios::junitTest));
    SCENARIOS.put("Without HTTP, java 1", Scenario.type(FrameworkScenarios::junitTest));
    SCENARIOS.put("Rehearse bad nights, java 1", ReadmeTest::isTheTestOfTheConsumer);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @TestFactory
  Stream<DynamicTest> snippet() throws IOException {
    return Documents.snippets().stream().map(block -> dynamicTest(block.name(), () -> run(block)));
  }

  private static void run(Block block) {
    assertThat(SCENARIOS).as("scenarios").containsKey(block.name());
    assertThat(new SnippetSource(block).unusedImports()).as("unused imports").isEmpty();
    SCENARIOS.get(block.name()).runAsTest(block, SERVER);
  }

  @Test
  void everyScenarioHasItsSnippet() throws IOException {
    assertThat(Documents.snippets())
        .extracting(Block::name)
        .containsExactlyInAnyOrderElementsOf(SCENARIOS.keySet());
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

  static void issuesTokensOfWebhooks(SnippetServer server) {
    server.respond(
        post(urlPathMatching("/oauth2/token/.*"))
            .withFormParam("scope", equalTo("api/webhooks"))
            .withHeader("Authorization", containing("Basic "))
            .willReturn(
                okJson(
                    """
                    {"access_token":"of-the-webhooks","token_type":"Bearer","expires_in":3600}\
                    """)));
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

  static ResponseDefinitionBuilder error(int status) {
    return jsonResponse(
        "{\"status\":%d,\"error\":\"Error\",\"message\":\"An error.\"}".formatted(status), status);
  }
}
