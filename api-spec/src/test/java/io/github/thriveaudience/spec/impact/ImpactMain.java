package io.github.thriveaudience.spec.impact;

import io.github.thriveaudience.spec.Contract;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes what follows from the contract as it is to {@code target/impact.md}, and sums it up. */
public final class ImpactMain {
  private ImpactMain() {}

  /**
   * Runs it.
   *
   * @param arguments the folder of the project
   */
  public static void main(String[] arguments) throws IOException {
    try {
      report(Path.of(arguments[0]).toRealPath());
    } catch (IllegalArgumentException e) {
      System.err.println("impact: " + e.getMessage());
      // An exception would make Maven print its own explanation around the one line.
      System.exit(1);
    }
  }

  private static void report(Path project) throws IOException {
    Path target = Files.createDirectories(project.resolve("target"));
    Path released = new Contract(project.resolve("api-spec")).released();
    Version version =
        Version.of(new OpenAPIV3Parser().read(released.toString()).getInfo().getVersion());

    ImpactReport report = new ImpactReport(Impact.of(project, target.resolve("impact")), version);

    Path file = Files.writeString(target.resolve("impact.md"), report.markdown());
    System.out.println(report.summary());
    System.out.println("The whole report: " + project.relativize(file));
  }
}
