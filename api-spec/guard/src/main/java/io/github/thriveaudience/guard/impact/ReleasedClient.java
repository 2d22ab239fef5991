package io.github.thriveaudience.guard.impact;

import io.github.thriveaudience.guard.contract.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The client of the released contract, which is built in a thread of its own. */
final class ReleasedClient {
  private final CompletableFuture<Path> jar;

  private ReleasedClient(CompletableFuture<Path> jar) {
    this.jar = jar;
  }

  /**
   * Starts to build the client of the released contract with the current templates.
   *
   * @param changes the changes of the contract; without any, both clients are the same, and none is
   *     built
   */
  static ReleasedClient building(Path project, Path folder, List<Change> changes) {
    return new ReleasedClient(
        changes.isEmpty()
            ? CompletableFuture.completedFuture(folder)
            : CompletableFuture.supplyAsync(() -> built(project, folder)));
  }

  private static Path built(Path project, Path folder) {
    try {
      ProjectCopy copy = ProjectCopy.copyOf(project, folder);
      copy.releaseContract();
      MavenBuild.Outcome build = build(folder);
      if (!build.succeeded()) {
        throw new IllegalStateException(
            "The client of the released contract cannot be built:\n"
                + String.join("\n", build.output()));
      }
      return copy.generatedClient();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not the facade, which may depend on the current contract. */
  private static MavenBuild.Outcome build(Path folder) {
    String options = "compile --activate-profiles impact --projects generated-client --also-make";
    return MavenBuild.run(
        folder,
        List.of(options.split(" ", -1)),
        // The other build checks the same code of the generator.
        "javac.errorprone=-XepDisableAllChecks");
  }

  /** Waits for the build, and compares the Java of both clients. */
  List<Change> changesTo(ProjectCopy current) throws IOException {
    Path released = jar();
    return released.toString().endsWith(".jar")
        ? JavaApiDiff.between(released, current.generatedClient())
        : List.of();
  }

  /** Waits for the build, which would otherwise outlive this one, and compares nothing. */
  List<Change> unused() {
    return jar.handle((built, failure) -> List.<Change>of()).join();
  }

  private Path jar() {
    try {
      return jar.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
