package io.github.thriveaudience.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output streams and exit status of the quickstart as a process. */
class QuickstartProcessTest {
  @TempDir Path folder;

  @Test
  void exitsWithZeroAndWritesToStandardOutput() throws Exception {
    assertThat(run("R&D / 北京 50%", "csv", "basic")).isZero();

    assertThat(written("out")).hasSize(4);
    assertThat(written("err")).isEmpty();
  }

  @Test
  void exitsWithOneAndWritesALineToStandardError() throws Exception {
    assertThat(run("no-such-audience", "csv", "oauth2")).isEqualTo(1);

    assertThat(written("out")).containsExactly("userId,reference,email");
    assertThat(written("err")).singleElement().asString().startsWith("quickstart: ");
  }

  @Test
  void exitsWithTwoIfTheGuardTrips() throws Exception {
    Path state = folder.resolve("state.jsonl");
    MembershipState.of(
            "empty-team",
            "http://127.0.0.1/rest/v1",
            Instant.EPOCH,
            Verdict.CONSISTENT,
            List.of(AudienceMember.builder().userId("u").build()))
        .write(state);

    assertThat(run("empty-team", "csv", "basic", state.toString())).isEqualTo(2);

    assertThat(written("out")).isEmpty();
    assertThat(written("err")).singleElement().asString().contains("-Dguard=off");
  }

  private int run(String... arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder process =
        new ProcessBuilder(java, "-Dsun.jnu.encoding=UTF-8", "-cp", classPath())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    process.command().add(Quickstart.class.getName());
    process.command().addAll(List.of(arguments));
    process.environment().keySet().removeIf(name -> name.startsWith("THRIVE_"));
    process.environment().put("LC_ALL", "C.UTF-8");
    Process started = process.start();
    assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return started.exitValue();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private List<String> written(String stream) throws IOException {
    return Files.readAllLines(folder.resolve(stream), UTF_8);
  }
}
