package io.github.thriveaudience.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has changed since an earlier run. */
class QuickstartChangesTest extends ChangesRun {

  @Test
  void saysThatEverybodyHasJoinedInTheFirstRun() {
    assertThat(run("changing-team", "csv")).isZero();

    assertThat(printed())
        .hasSize(251)
        .startsWith(
            "change,userId,reference,email,oldReference,oldEmail",
            "joined,67c4e5a13b8d02f96a700001,changing-user-0001,changing-user-0001@example.com,,");
    assertThat(err.toString(UTF_8))
        .isEqualToIgnoringNewLines(
            "quickstart: " + file + " is new: in this first run everybody has joined");
    assertThat(MembershipState.read(file).size()).isEqualTo(250);
  }

  @Test
  void printsWhatChangedBetweenTwoRuns() {
    run("changing-team", "csv");
    out.reset();
    err.reset();

    assertThat(run("changing-team", "table")).isZero();

    assertThat(printed())
        .hasSize(12)
        .startsWith(
            "CHANGE   USER ID                   REFERENCE           EMAIL",
            "joined   67c4e5a13b8d02f96a700251  changing-user-0251  changing-user-0251@example.com")
        .contains(
            "left     67c4e5a13b8d02f96a700003  changing-user-0003  changing-user-0003@example.com",
            "updated  67c4e5a13b8d02f96a700042  changing-user-0042  changing-user-0042@example.com"
                + " -> changing-user-0042-new@example.com")
        .last()
        .asString()
        .startsWith(
            "5 joined, 3 left, 1 updated, 246 unchanged, 0 unconfirmed in 3 readings from the stubs"
                + " at http://127.0.0.1:")
        .endsWith(": CONSISTENT, CONSISTENT, CONSISTENT");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void printsNoChangesInTheThirdRun() {
    run("changing-team", "csv");
    run("changing-team", "csv");
    out.reset();

    assertThat(run("changing-team", "table")).isZero();

    assertThat(printed())
        .singleElement()
        .asString()
        .startsWith("0 joined, 0 left, 0 updated, 252 unchanged, 0 unconfirmed in 1 reading from");
  }

  @Test
  void printsChangesAsCsv() {
    run("changing-team", "csv");
    out.reset();

    run("changing-team", "csv");

    assertThat(printed())
        .hasSize(10)
        .contains(
            "left,67c4e5a13b8d02f96a700001,changing-user-0001,changing-user-0001@example.com,,")
        .last()
        .isEqualTo(
            "updated,67c4e5a13b8d02f96a700042,changing-user-0042,"
                + "changing-user-0042-new@example.com,changing-user-0042,"
                + "changing-user-0042@example.com");
  }

  @Test
  void printsChangesAsJson() throws IOException {
    run("changing-team", "csv");
    out.reset();

    run("changing-team", "json");

    JsonNode changes = JsonMapper.builder().build().readTree(out.toByteArray());
    assertThat(changes).hasSize(9);
    assertThat(changes.get(0).path("change").asText()).isEqualTo("joined");
    assertThat(changes.get(0).path("before").isNull()).isTrue();
    assertThat(changes.get(5).path("change").asText()).isEqualTo("left");
    assertThat(changes.get(5).path("after").isNull()).isTrue();
    assertThat(changes.get(8).at("/before/email").asText())
        .isEqualTo("changing-user-0042@example.com");
    assertThat(changes.get(8).at("/after/email").asText())
        .isEqualTo("changing-user-0042-new@example.com");
  }

  @Test
  void printsAnEmptyArrayIfNothingChanged() {
    run("one-member-team", "csv");
    out.reset();

    run("one-member-team", "json");

    assertThat(out.toString(UTF_8)).isEqualTo("[]\n");
  }

  /** A guard that trips has an exit status of its own: a person is to look at it. */
  @Test
  void saysWhatToDoIfTooManyLeft() throws IOException {
    byte[] state = stateOf("one-member-team", 20);

    assertThat(run("one-member-team", "csv")).isEqualTo(2);

    assertThat(err.toString(UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("quickstart: Too many members left ")
        .contains("Leavers: 20 of 20 known members")
        .endsWith("Here that is -Dguard=off. Nothing was printed, and " + file + " is as it was.");
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(file).hasBinaryContent(state);
  }

  @Test
  void letsAllLeaveWithoutTheGuard() throws IOException {
    stateOf("one-member-team", 20);

    int status = quickstart(out).run("one-member-team", "csv", "basic", file.toString(), "", "off");

    assertThat(status).isZero();
    assertThat(printed()).hasSize(22);
    assertThat(MembershipState.read(file).size()).isEqualTo(1);
  }

  private byte[] stateOf(String audience, int members) throws IOException {
    List<AudienceMember> known =
        IntStream.range(0, members)
            .mapToObj(id -> AudienceMember.builder().userId("u" + id).build())
            .toList();
    MembershipState.of(
            audience, "http://127.0.0.1/rest/v1", Instant.EPOCH, Verdict.CONSISTENT, known)
        .write(file);
    return Files.readAllBytes(file);
  }

  @ParameterizedTest
  @CsvSource({
    "no-such-audience, no audience with this id or reference",
    "error-500,        Try again later",
  })
  void keepsTheStateAfterAFailure(String audience, String expected) {
    assertThat(run(audience, "csv")).isEqualTo(1);

    assertThat(err.toString(UTF_8)).contains(expected);
    assertThat(file).doesNotExist();
  }

  @Test
  void refusesTheStateOfAnotherAudience() {
    run("one-member-team", "csv");
    out.reset();

    assertThat(run("tech-team", "csv")).isEqualTo(1);

    assertThat(err.toString(UTF_8)).contains("the state is of the audience \"one-member-team\"");
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(MembershipState.read(file).audience()).isEqualTo("one-member-team");
  }

  @Test
  void namesAStateThatCannotBeReadAndKeepsTheOutput() throws IOException {
    Files.writeString(file, "no state");
    Path output = Files.writeString(folder.resolve("changes.csv"), "of an earlier run");

    assertThat(run("one-member-team", "csv", output.toString())).isEqualTo(1);

    assertThat(err.toString(UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("quickstart: The state file " + file + " is not a membership state");
    assertThat(output).hasContent("of an earlier run");
  }

  @Test
  void rejectsAnUnknownGuard() {
    assertThat(quickstart(out).run("tech-team", "csv", "basic", "", "", "maybe")).isEqualTo(1);

    assertThat(err.toString(UTF_8)).contains("guard must be on or off, but was \"maybe\"");
  }
}
