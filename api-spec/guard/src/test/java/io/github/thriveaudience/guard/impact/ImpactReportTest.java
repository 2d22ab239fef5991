package io.github.thriveaudience.guard.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.guard.contract.Change;
import io.github.thriveaudience.guard.contract.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies what the report says of builds that this test invents. */
class ImpactReportTest {
  private static final Change REQUIRED =
      new Change(
          Severity.BREAKING, "GET /a: response 200: b", "added, and required", "Tests fail.");
  private static final Change ADDED =
      new Change(Severity.ADDITIVE, "GET /a: response 200: c", "added", "");

  @TempDir Path folder;

  @Test
  void saysWhatAChangeDoesToUsers() {
    assertThat(report(List.of(REQUIRED), List.of("SUCCESS", "SUCCESS", "SUCCESS")).markdown())
        .contains("**Version bump: major, from 1.2.3 to 2.0.0**")
        .contains("| major | `GET /a: response 200: b` | added, and required | Tests fail. |");
  }

  @Test
  void doesNotCallTheJavaUnchangedThatItCouldNotCompare() {
    ImpactReport report = report(List.of(ADDED), List.of("FAILURE", "SKIPPED", "SKIPPED"));

    assertThat(report.summary())
        .contains("Version bump: at least minor, from 1.2.3 to 1.3.0")
        .contains("Generated records: not compared, since the client does not compile");
    assertThat(report.markdown()).contains("Not compared: see the modules.");
  }

  @Test
  void namesTheReasonForWhichTheGeneratorRefusesASpec() {
    ImpactReport report = report(List.of(ADDED), List.of("FAILURE", "SKIPPED", "SKIPPED"));

    assertThat(report.markdown())
        .contains("- The client is generated and compiles: **no**")
        .contains("  - `The client cannot be generated.`")
        .contains("  - `components.schemas.Pet: there is no type. Write one.`")
        .doesNotContain("Models.java")
        .contains("- The facade compiles: not run, since a module that it depends on fails");
  }

  @Test
  void namesAnyOtherModuleThatFails() {
    ModuleCheck other =
        ModuleCheck.all(
                build(
                    "[INFO] Thrive audience members client: generator ...... FAILURE [  1.0 s]",
                    "[INFO] Thrive audience members client: generated client ...... SKIPPED"),
                new ProjectCopy(folder))
            .get(3);

    assertThat(other.part()).isEqualTo("The module generator works");
    assertThat(other.result()).isEqualTo(ModuleCheck.Result.FAILED);
  }

  @Test
  void saysHowLongItTook() {
    assertThat(report(List.of(), List.of("SUCCESS", "SUCCESS", "SUCCESS")).summary())
        .containsPattern("Took: \\d+ s \\(");
  }

  private ImpactReport report(List<Change> contract, List<String> results) {
    String[] modules = {"generated client", "facade", "integration tests"};
    String[] summary = new String[3];
    for (int i = 0; i < modules.length; i++) {
      summary[i] =
          "[INFO] Thrive audience members client: " + modules[i] + " .... " + results.get(i);
    }
    List<ModuleCheck> checks = ModuleCheck.all(build(summary), new ProjectCopy(folder));
    Impact impact = new Impact(contract, List.of(), List.of(), contract, checks, new Times());
    return new ImpactReport(impact, new SemanticVersion(1, 2, 3));
  }

  private static MavenBuild.Outcome build(String... summary) {
    Stream<String> failure =
        Stream.of(
            "[ERROR] ",
            "java.lang.IllegalArgumentException: The client cannot be generated.",
            "components.schemas.Pet: there is no type. Write one.",
            "    at io.github.thriveaudience.generator.Models.of (Models.java:3)",
            "[ERROR] Failed to execute goal org.openapitools:openapi-generator-maven-plugin:generate");
    return new MavenBuild.Outcome(1, Stream.concat(failure, Stream.of(summary)).toList());
  }
}
