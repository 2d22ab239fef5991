package io.github.thriveaudience.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickstartTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private boolean showsProgress;

  @Test
  void printsATableAndASummary() {
    assertThat(run(Map.of(), "tech-team", "table", "basic")).isZero();

    assertThat(out.toString(UTF_8).lines())
        .hasSize(253)
        .startsWith(
            "USER ID                   REFERENCE  EMAIL",
            "63f8c5361b9c80d3274b0001  user-0001  user-0001@example.com")
        .last()
        .asString()
        .startsWith("250 members in 3 requests from the stubs at http://127.0.0.1:")
        .endsWith(": CONSISTENT");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void showsProgressOnATerminal() {
    showsProgress = true;

    assertThat(run(Map.of(), "tech-team", "csv", "basic")).isZero();

    assertThat(err.toString(UTF_8).split("\r\u001b\\[K"))
        .anyMatch(line -> line.matches("page 3 of 3, 250 members, \\d+\\.\\d s"));
    assertThat(err.toString(UTF_8)).endsWith("\r\u001b[K");
    assertThat(out.toString(UTF_8).split("\n")).hasSize(251);
  }

  @Test
  void listsTheSameWithAToken() {
    assertThat(run(Map.of(), "tech-team", "table", "oauth2")).isZero();

    assertThat(out.toString(UTF_8)).contains("250 members in 3 requests");
  }

  @Test
  void rejectsAnUnknownAuthentication() {
    assertThat(run(Map.of(), "tech-team", "table", "digest")).isEqualTo(1);

    assertThat(err.toString(UTF_8)).contains("auth must be basic or oauth2, but was \"digest\"");
  }

  @ParameterizedTest
  @CsvSource({"drifting-team, DRIFTED, 250", "incomplete-team, INCOMPLETE, 247"})
  void saysThatAListingIsNotConsistent(String audience, String verdict, int members) {
    assertThat(run(Map.of(), audience, "table", "basic")).isZero();

    assertThat(out.toString(UTF_8).lines())
        .last()
        .asString()
        .startsWith(members + " members in 3 requests")
        .endsWith(": " + verdict);
    assertThat(err.toString(UTF_8)).startsWith("quickstart: " + verdict + ": ");
  }

  @ParameterizedTest
  @CsvSource({"flaky-team, 5", "throttled-team, 4"})
  void listsAnAudienceWhoseServerRecovers(String audience, int requests) {
    assertThat(run(Map.of(), audience, "table", "basic")).isZero();

    assertThat(out.toString(UTF_8).lines())
        .last()
        .asString()
        .startsWith("250 members in " + requests + " requests")
        .endsWith(": CONSISTENT");
  }

  @Test
  void usesTheSingular() {
    assertThat(run(Map.of(), "one-member-team", "table", "basic")).isZero();

    assertThat(out.toString(UTF_8)).contains("1 member in 1 request from ");
  }

  @Test
  void printsCsvAndNothingElse() {
    assertThat(run(Map.of(), "tech-team", "csv", "basic")).isZero();

    assertThat(out.toString(UTF_8).split("\n"))
        .hasSize(251)
        .startsWith(
            "userId,reference,email", "63f8c5361b9c80d3274b0001,user-0001,user-0001@example.com");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"tech-team, 250", "one-member-team, 1", "empty-team, 0", "R&D / 北京 50%, 3"})
  void printsJsonAndNothingElse(String audience, int members) throws IOException {
    assertThat(run(Map.of(), audience, "JSON", "basic")).isZero();

    JsonNode printed = JsonMapper.builder().build().readTree(out.toByteArray());
    assertThat(printed.isArray()).isTrue();
    assertThat(printed).hasSize(members).allMatch(member -> member.has("userId"));
  }

  @Test
  void keepsUnknownFieldsInJson() {
    run(Map.of(), "one-member-team", "json", "basic");

    assertThat(out.toString(UTF_8)).contains("\"email\":null", "\"unheardOf\":\"en-GB\"");
  }

  @ParameterizedTest
  @CsvSource({
    "no-such-audience, csv,   no audience with this id or reference",
    "error-401,        json,  credentials were rejected",
    "error-500,        table, Try again later",
    "..,               csv,   audience must not be",
    "'',               csv,   audience must not be blank",
    "tech-team,        xml,   'format must be table, csv or json, but was \"xml\"'",
    ",                 csv,   audience must not be blank",
    "tech-team,        ,      'format must be table, csv or json, but was \"\"'",
  })
  void failsWithOneLine(String audience, String format, String expected) {
    assertThat(run(Map.of(), audience, format, "basic")).isEqualTo(1);

    assertThat(err.toString(UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("quickstart: ")
        .contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "THRIVE_TENANT_ID",
        "THRIVE_API_SECRET",
        "THRIVE_CLIENT_ID",
        "THRIVE_CLIENT_SECRET"
      })
  void neverUsesTheStubsIfCredentialsAreIncomplete(String variable) {
    assertThat(run(Map.of(variable, "set"), "tech-team", "csv", "basic")).isEqualTo(1);

    assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("quickstart: the real API");
  }

  @Test
  void treatsAnEmptyVariableAsUnset() {
    assertThat(run(Map.of("THRIVE_TENANT_ID", ""), "empty-team", "csv", "basic")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"tech-team, csv", "empty-team, json", "empty-team, table"})
  void failsWhenItsOutputCannotBeWritten(String audience, String format) {
    int status =
        quickstart(Map.of(), new PrintStream(new ClosedOutput(), false, UTF_8))
            .run(audience, format, "basic");

    assertThat(status).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("cannot be written");
  }

  private int run(Map<String, String> variables, String... arguments) {
    return quickstart(variables, stream(out)).run(arguments);
  }

  /** A quickstart that cannot reach the real API, whatever the environment variables are. */
  private Quickstart quickstart(Map<String, String> variables, PrintStream out) {
    return new Quickstart(
        variables,
        () -> {
          throw new IllegalStateException("the real API");
        },
        out,
        stream(err),
        showsProgress);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, UTF_8);
  }
}
