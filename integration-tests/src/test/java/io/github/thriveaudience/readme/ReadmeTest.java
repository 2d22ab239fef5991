package io.github.thriveaudience.readme;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.contract.ContractWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Compiles each Java snippet of the README and runs it against the stubs. A new snippet needs a
 * line in {@link #SCENARIOS}, under the heading that it stands under.
 */
class ReadmeTest {
  @RegisterExtension static final ContractWatch CONTRACT = new ContractWatch();

  private static final Path README = Path.of("../README.md");
  private static final String MEMBERS = "/rest/v1/audiences/tech-team/members";
  private static final SnippetServer SERVER = new SnippetServer(CONTRACT);

  /** A page of 100 is what the given client asks for, one of 1000 what a snippet's own does. */
  private static final String PAGE_2 = "GET " + MEMBERS + "?page=2&perPage=100";

  private static final Map<String, Scenario> SCENARIOS =
      Map.ofEntries(
          entry(
              "First call, java 1",
              Scenario.statements(
                  """
                  assertThat(emails).hasSize(250).contains("user-0250@example.com");
                  assertThat(page.members()).isEmpty();
                  assertThat(all.members()).hasSize(250);
                  assertThat(all.isConsistent()).isTrue();
                  """,
                  (snippet, server) -> {
                    assertThat(snippet.printed.lines()).hasSize(250);
                    assertThat(server.requests())
                        .hasSize(4)
                        .contains("GET " + MEMBERS + "?page=3&perPage=1000");
                  })),
          entry(
              "Authentication, java 1",
              Scenario.statements(
                  """
                  assertThat(basic).hasToString("Credentials.basic(eu-west-2_Quickstart, ***)");
                  assertThat(oauth2.toString()).contains("quickstart-client, ***");
                  """,
                  (snippet, server) -> assertThat(server.requests()).isEmpty())),
          entry(
              "Authentication, java 2",
              Scenario.statements(
                      "assertThat(token.value()).isEqualTo(\"of-the-webhooks\");",
                      (snippet, server) -> assertThat(server.requests()).hasSize(1))
                  .given(ReadmeTest::issuesTokensOfWebhooks)),
          entry(
              "Large audiences, java 1",
              Scenario.statements(
                  "assertThat(faster.stream()).hasSize(250);",
                  (snippet, server) -> assertThat(server.requests()).hasSize(3).contains(PAGE_2))),
          entry(
              "Large audiences, java 2",
              Scenario.statements(
                  "",
                  (snippet, server) -> {
                    assertThat(snippet.synchronised).hasSize(250);
                    assertThat(snippet.logged).contains("page 3 of 3, 250 members").hasSize(3);
                  })),
          entry(
              "Audiences that change, java 1",
              Scenario.statements(
                  """
                  assertThat(verdict).isEqualTo(Verdict.CONSISTENT).isEqualTo(report.verdict());
                  assertThat(evidence).contains("No member came twice.");
                  """,
                  (snippet, server) -> {
                    assertThat(snippet.synchronised).hasSize(250);
                    assertThat(server.requests()).hasSize(9);
                  })),
          entry(
              "Audiences that change, java 2",
              Scenario.statements(
                  "",
                  (snippet, server) -> {
                    assertThat(snippet.synchronised).hasSize(250);
                    assertThat(server.requests()).hasSize(3);
                  })),
          entry(
              "Audiences that change, java 3",
              Scenario.statements(
                      "",
                      (snippet, server) -> {
                        assertThat(snippet.synchronised).hasSize(250).doesNotHaveDuplicates();
                        assertThat(server.requests()).hasSize(4).contains(PAGE_2);
                      })
                  .given(ReadmeTest::breaksOffOnce)),
          entry(
              "Errors, java 1",
              errors(200, "")
                  .and(errors(404, "Left out: "))
                  .and(errors(429, "Not this time: "))
                  .and(errors(500, "Not this time: "))),
          entry("Test your code, java 1", Scenario.junit(1)),
          entry(
              "Metrics, java 1",
              Scenario.statements(
                  """
                  assertThat(thrive.members("tech-team").readAll().members()).hasSize(250);
                  assertThat(registry.get("thrive.client.members").counter().count()).isEqualTo(250);
                  thrive.close();
                  """,
                  (snippet, server) -> assertThat(server.requests()).hasSize(1))),
          entry(
              "Metrics, java 2",
              Scenario.statements(
                  """
                  CallInfo call = CallInfo.of(Operation.LIST_MEMBERS, "TEST", "example.com", "an-id");
                  slowCalls.onCall(CallEvent.of(call, 1, Duration.ofSeconds(9), 200, null));
                  slowCalls.onCall(CallEvent.of(call, 1, Duration.ofSeconds(10), 200, null));
                  """,
                  (snippet, server) ->
                      assertThat(snippet.logged).containsExactly("slow: an-id took PT10S"))),
          entry("Spring Boot, java 1", new SpringScenario("ThriveConfiguration")),
          entry(
              "If you call the API by hand today, java 1",
              Scenario.statements(
                  "assertThat(ids).hasSize(250);",
                  (snippet, server) ->
                      assertThat(snippet.logged)
                          .singleElement()
                          .asString()
                          .startsWith("the same: true, by hand 250; ")
                          .contains("CONSISTENT"))));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @TestFactory
  Stream<DynamicTest> snippet() throws IOException {
    return Markdown.read(README)
        .blocks("java")
        .map(block -> dynamicTest(block.name(), () -> run(block)));
  }

  @Test
  void hasASnippetForEachScenario() throws IOException {
    assertThat(Markdown.read(README).blocks("java").map(Block::name))
        .containsAll(SCENARIOS.keySet());
  }

  private static void run(Block block) {
    assertThat(SCENARIOS.keySet()).as("snippets that are known").contains(block.name());
    SCENARIOS.get(block.name()).runAsTest(block, SERVER);
  }

  static void issuesTokensOfWebhooks(SnippetServer server) {
    server.answer(
        post(urlPathMatching("/oauth2/token/.*"))
            .withFormParam("scope", equalTo("api/webhooks"))
            .withHeader("Authorization", containing("Basic "))
            .willReturn(
                okJson(
                    """
                    {"access_token":"of-the-webhooks","token_type":"Bearer","expires_in":3600}""")));
  }

  private static void breaksOffOnce(SnippetServer server) {
    server.answer(
        get(urlPathMatching(MEMBERS))
            .withQueryParam("page", equalTo("2"))
            .inScenario("breaks off once")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("goes on")
            .willReturn(error(500)));
  }

  /** What becomes of a status; 200 stands for the stubs' own answer. */
  private static Scenario errors(int status, String logged) {
    Scenario scenario =
        Scenario.statements(
            "",
            (snippet, server) -> {
              assertThat(snippet.synchronised).hasSize(status == 200 ? 250 : 0);
              assertThat(String.join("", snippet.logged)).startsWith(logged);
            });
    return status == 200
        ? scenario
        : scenario.given(server -> server.answer(any(anyUrl()).willReturn(error(status))));
  }

  private static ResponseDefinitionBuilder error(int status) {
    return jsonResponse(
        "{\"status\":%d,\"error\":\"Error\",\"message\":\"An error.\"}".formatted(status), status);
  }
}
