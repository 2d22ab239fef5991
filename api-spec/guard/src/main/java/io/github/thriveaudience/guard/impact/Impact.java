package io.github.thriveaudience.guard.impact;

import io.github.thriveaudience.guard.contract.Change;
import io.github.thriveaudience.guard.contract.Contract;
import io.github.thriveaudience.guard.contract.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The consequences of the current contract, compared with the last release.
 *
 * @param contract changes of the contract
 * @param models changes of the generated records, which users see
 * @param interfaces changes of the generated interfaces, which only the facade sees
 * @param undeclared the undeclared breaks
 * @param checks whether the modules still work
 * @param times how long the steps took
 */
record Impact(
    List<Change> contract,
    List<Change> models,
    List<Change> interfaces,
    List<Change> undeclared,
    List<ModuleCheck> checks,
    Times times) {

  private static final String MODELS = "io.github.thriveaudience.model.";

  /** Builds both clients, and the modules that use the current one, in copies of the project. */
  static Impact of(Path project, Path work) throws IOException {
    Times times = new Times();
    Contract contract = new Contract(project.resolve("api-spec"));
    List<Change> changes = times.measured("the contract", contract::changes);
    // Beside the other build, since most steps of a build keep one core busy.
    ReleasedClient released = ReleasedClient.building(project, work.resolve("released"), changes);
    ProjectCopy current = ProjectCopy.copyOf(project, work.resolve("current"));
    List<ModuleCheck> checks =
        times.measured("the current project", () -> ModuleCheck.all(build(current), current));
    List<Change> java =
        times.measured(
            "waiting for the released client",
            () -> compiles(checks) ? released.changesTo(current) : released.unused());
    return new Impact(
        changes,
        java.stream().filter(change -> change.where().startsWith(MODELS)).toList(),
        java.stream().filter(change -> !change.where().startsWith(MODELS)).toList(),
        contract.undeclared(changes),
        checks,
        times);
  }

  /**
   * The profile leaves out what does not depend on the contract, such as the facade's own tests.
   */
  private static MavenBuild.Outcome build(ProjectCopy current) {
    return MavenBuild.run(
        current.folder(),
        List.of(
            "test",
            "--activate-profiles",
            "impact",
            "--fail-at-end",
            "--projects",
            "integration-tests",
            "--also-make"));
  }

  private static boolean compiles(List<ModuleCheck> checks) {
    return checks.get(0).result() == ModuleCheck.Result.PASSED;
  }

  /** Whether the Java of both clients could be compared. */
  boolean compared() {
    return compiles(checks);
  }

  /** The highest severity of the changes that callers and users see. */
  Severity severity() {
    return Change.highest(contract).max(Change.highest(models));
  }

  boolean allChecksPass() {
    return checks.stream().allMatch(check -> check.result() == ModuleCheck.Result.PASSED);
  }
}
