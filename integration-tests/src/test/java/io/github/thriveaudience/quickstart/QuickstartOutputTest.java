package io.github.thriveaudience.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that the output goes to, beside the one of the state. */
class QuickstartOutputTest extends ChangesRun {

  @Test
  void writesChangesToAFile() throws IOException {
    Path output = Files.writeString(folder.resolve("changes.csv"), "of an earlier run");

    assertThat(run("one-member-team", "csv", output.toString())).isZero();

    assertThat(Files.readAllLines(output)).hasSize(2).last().asString().startsWith("joined,");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void writesMembersToAFile() throws IOException {
    Path output = folder.resolve("members.csv");

    assertThat(quickstart(out).run("tech-team", "csv", "basic", "", output.toString(), "on"))
        .isZero();

    assertThat(Files.readAllLines(output)).hasSize(251);
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"members.jsonl", "../FOLDER/members.jsonl"})
  void neverReplacesTheStateByTheOutput(String output) throws IOException {
    run("one-member-team", "csv");
    byte[] state = Files.readAllBytes(file);

    String same = folder.resolve(output.replace("FOLDER", folder.getFileName().toString())) + "";
    assertThat(run("one-member-team", "csv", same)).isEqualTo(1);

    assertThat(err.toString(UTF_8)).contains("since and output must be different files");
    assertThat(file).hasBinaryContent(state);
  }

  @Test
  void neverReplacesAStateThatIsNewByTheOutput() {
    assertThat(run("one-member-team", "csv", file.toString())).isEqualTo(1);

    assertThat(file).doesNotExist();
  }

  @Test
  void namesAnOutputThatCannotBeWritten() {
    assertThat(run("one-member-team", "csv", folder.toString())).isEqualTo(1);

    assertThat(err.toString(UTF_8)).contains("output cannot be written", folder.toString());
    assertThat(file).doesNotExist();
  }

  @Test
  void keepsTheStateIfTheOutputWasNotWritten() {
    int status =
        quickstart(new ClosedOutput())
            .run("one-member-team", "csv", "basic", file.toString(), "", "on");

    assertThat(status).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("standard output cannot be written");
    assertThat(file).doesNotExist();
  }
}
