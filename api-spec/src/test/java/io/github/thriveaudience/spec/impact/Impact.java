package io.github.thriveaudience.spec.impact;

import io.github.thriveaudience.spec.Change;
import io.github.thriveaudience.spec.Contract;
import io.github.thriveaudience.spec.Weight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What follows from the contract as it is, compared with the one that was released.
 *
 * @param contract what changed in the contract
 * @param models what changed in the generated records, which users see
 * @param interfaces what changed in the generated interfaces, which the facade alone sees
 * @param undeclared the breaks that nobody declared
 * @param checks whether what is built on the contract still works
 */
record Impact(
    List<Change> contract,
    List<Change> models,
    List<Change> interfaces,
    List<Change> undeclared,
    List<Check> checks) {

  private static final String MODELS = "io.github.thriveaudience.model.";

  /** Builds both clients, and all that stands on the present one, in copies of the project. */
  static Impact of(Path project, Path work) throws IOException {
    Contract contract = new Contract(project.resolve("api-spec"));
    List<Change> changes = contract.changes();
    Workspace released = releasedClient(project, work.resolve("released"));
    Workspace current = Workspace.copyOf(project, work.resolve("current"));
    Maven.Outcome build =
        Maven.run(current.folder(), List.of("package", "--fail-at-end"), "groups=contract");
    List<Check> checks = checks(build, current);
    List<Change> java =
        checks.get(0).result() == Check.Result.HOLDS
            ? JavaDiff.between(released.generatedClient(), current.generatedClient())
            : List.of();
    return new Impact(
        changes,
        java.stream().filter(change -> change.where().startsWith(MODELS)).toList(),
        java.stream().filter(change -> !change.where().startsWith(MODELS)).toList(),
        contract.undeclaredBreaks(),
        checks);
  }

  private static Workspace releasedClient(Path project, Path folder) throws IOException {
    Workspace released = Workspace.copyOf(project, folder);
    Files.copy(
        released.contract().released(),
        released.contract().current(),
        StandardCopyOption.REPLACE_EXISTING);
    // Not the facade, which may have moved on with the contract.
    Maven.Outcome build =
        Maven.run(
            folder, List.of("package", "--projects", "generated-client"), "maven.test.skip=true");
    if (!build.succeeded()) {
      throw new IllegalStateException(
          "The client of the released contract cannot be built:\n"
              + String.join("\n", build.output()));
    }
    return released;
  }

  private static List<Check> checks(Maven.Outcome build, Workspace current) {
    return List.of(
        Check.of("The client is generated and compiles", "generated-client", build, current),
        Check.of("The facade compiles", "facade", build, current),
        Check.of("The facade and the stubs obey", "integration-tests", build, current));
  }

  /** The heaviest of all that callers and users see. */
  Weight weight() {
    return Change.heaviest(contract).orHeavier(Change.heaviest(models));
  }

  boolean everythingHolds() {
    return checks.stream().allMatch(check -> check.result() == Check.Result.HOLDS);
  }
}
