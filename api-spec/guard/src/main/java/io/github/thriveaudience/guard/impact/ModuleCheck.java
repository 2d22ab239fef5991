package io.github.thriveaudience.guard.impact;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a module still works with the current contract.
 *
 * @param problems the errors of the build; empty unless the check fails
 */
record ModuleCheck(String part, Result result, List<String> problems) {
  /** The result of a check. */
  enum Result {
    PASSED("yes"),
    FAILED("**no**"),
    NOT_RUN("not run, since a module that it depends on fails");

    private final String description;

    Result(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  /** Reads the result of a module from the output and the reports of a build. */
  static ModuleCheck of(String part, String module, MavenBuild.Outcome build, ProjectCopy copy) {
    Result result = result(module, build.output());
    return new ModuleCheck(
        part, result, result == Result.FAILED ? problems(module, build.output(), copy) : List.of());
  }

  private static Result result(String module, List<String> output) {
    String name = "Thrive audience members client: " + module.replace('-', ' ') + " ";
    String summary =
        output.stream()
            .filter(line -> line.startsWith("[INFO] " + name + "."))
            .reduce("", (first, last) -> last);
    if (summary.contains(" SUCCESS")) {
      return Result.PASSED;
    }
    return summary.contains(" FAILURE") ? Result.FAILED : Result.NOT_RUN;
  }

  private static List<String> problems(String module, List<String> output, ProjectCopy copy) {
    Path folder = copy.folder().resolve(module);
    List<String> named =
        Stream.concat(compilerErrors(folder, output), FailedTests.in(folder)).distinct().toList();
    return named.isEmpty() ? lastErrors(output) : named;
  }

  private static Stream<String> compilerErrors(Path folder, List<String> output) {
    return output.stream()
        .filter(line -> line.startsWith("[ERROR] " + folder) && line.contains(".java:["))
        .map(line -> line.substring(line.indexOf(folder.getFileName() + "/")));
  }

  /** For other errors, such as a contract that the generator cannot read. */
  private static List<String> lastErrors(List<String> output) {
    return output.stream()
        .filter(line -> line.startsWith("[ERROR] Failed to execute goal"))
        .toList();
  }
}
