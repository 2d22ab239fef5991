package io.github.thriveaudience.guard.impact;

import io.github.thriveaudience.guard.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the consequences of the current contract to {@code target/impact.md} and prints a summary.
 */
public final class ImpactMain {
  private ImpactMain() {}

  /**
   * Writes the report.
   *
   * @param arguments the folder of the project
   */
  public static void main(String[] arguments) throws IOException {
    try {
      report(Path.of(arguments[0]).toRealPath());
    } catch (IllegalArgumentException e) {
      System.err.println("impact: " + e.getMessage());
      // For an exception, Maven would print its own explanation around the message.
      System.exit(1);
    }
  }

  private static void report(Path project) throws IOException {
    Path target = Files.createDirectories(project.resolve("target"));
    Path released = new Contract(project.resolve("api-spec")).released();
    SemanticVersion version = SemanticVersion.of(Contract.version(released));

    ImpactReport report = new ImpactReport(Impact.of(project, target.resolve("impact")), version);

    Path file = Files.writeString(target.resolve("impact.md"), report.markdown());
    System.out.println(report.summary());
    System.out.println("The whole report: " + project.relativize(file));
  }
}
