package io.github.thriveaudience.guard.impact;

import io.github.thriveaudience.guard.contract.Change;
import io.github.thriveaudience.guard.contract.Contract;
import io.github.thriveaudience.guard.contract.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The consequences of the current contract, compared with the last release.
 *
 * @param contract changes of the contract
 * @param models changes of the generated records, which users see
 * @param interfaces changes of the generated interfaces, which only the facade sees
 * @param undeclared the undeclared breaks
 * @param checks whether the modules still work
 */
record Impact(
    List<Change> contract,
    List<Change> models,
    List<Change> interfaces,
    List<Change> undeclared,
    List<ModuleCheck> checks) {

  private static final String MODELS = "io.github.thriveaudience.model.";

  /** Builds both clients, and the modules that use the current one, in copies of the project. */
  static Impact of(Path project, Path work) throws IOException {
    Contract contract = new Contract(project.resolve("api-spec"));
    List<Change> changes = contract.changes();
    ProjectCopy released = releasedClient(project, work.resolve("released"));
    ProjectCopy current = ProjectCopy.copyOf(project, work.resolve("current"));
    MavenBuild.Outcome build =
        MavenBuild.run(
            current.folder(),
            List.of("package", "--fail-at-end", "--projects", "integration-tests", "--also-make"),
            "groups=contract");
    List<ModuleCheck> checks = checks(build, current);
    List<Change> java =
        checks.get(0).result() == ModuleCheck.Result.PASSED
            ? JavaApiDiff.between(released.generatedClient(), current.generatedClient())
            : List.of();
    return new Impact(
        changes,
        java.stream().filter(change -> change.where().startsWith(MODELS)).toList(),
        java.stream().filter(change -> !change.where().startsWith(MODELS)).toList(),
        contract.undeclaredBreaks(),
        checks);
  }

  private static ProjectCopy releasedClient(Path project, Path folder) throws IOException {
    ProjectCopy released = ProjectCopy.copyOf(project, folder);
    Files.copy(
        released.contract().released(),
        released.contract().current(),
        StandardCopyOption.REPLACE_EXISTING);
    // Not the facade, which may depend on the current contract.
    MavenBuild.Outcome build =
        MavenBuild.run(
            folder, List.of("package", "--projects", "generated-client"), "maven.test.skip=true");
    if (!build.succeeded()) {
      throw new IllegalStateException(
          "The client of the released contract cannot be built:\n"
              + String.join("\n", build.output()));
    }
    return released;
  }

  private static List<ModuleCheck> checks(MavenBuild.Outcome build, ProjectCopy current) {
    return List.of(
        ModuleCheck.of("The client is generated and compiles", "generated-client", build, current),
        ModuleCheck.of("The facade compiles", "facade", build, current),
        ModuleCheck.of("The facade and the stubs obey", "integration-tests", build, current));
  }

  /** The highest severity of the changes that callers and users see. */
  Severity severity() {
    return Change.highest(contract).max(Change.highest(models));
  }

  boolean allChecksPass() {
    return checks.stream().allMatch(check -> check.result() == ModuleCheck.Result.PASSED);
  }
}
