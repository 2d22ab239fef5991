package io.github.thriveaudience.spec.impact;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether one part of the project still works with the contract as it is.
 *
 * @param problems what the build says is wrong; empty unless it fails
 */
record Check(String part, Result result, List<String> problems) {
  /** What became of a part. */
  enum Result {
    HOLDS("yes"),
    FAILS("**no**"),
    NOT_TRIED("not tried, since what it is built on fails");

    private final String inWords;

    Result(String inWords) {
      this.inWords = inWords;
    }

    String inWords() {
      return inWords;
    }
  }

  /** Reads the fate of a module out of what a build printed and left behind. */
  static Check of(String part, String module, Maven.Outcome build, Workspace workspace) {
    Result result = result(module, build.output());
    return new Check(
        part,
        result,
        result == Result.FAILS ? problems(module, build.output(), workspace) : List.of());
  }

  private static Result result(String module, List<String> output) {
    String name = "Thrive audience members client: " + module.replace('-', ' ') + " ";
    String summary =
        output.stream()
            .filter(line -> line.startsWith("[INFO] " + name + "."))
            .reduce("", (first, last) -> last);
    if (summary.contains(" SUCCESS")) {
      return Result.HOLDS;
    }
    return summary.contains(" FAILURE") ? Result.FAILS : Result.NOT_TRIED;
  }

  private static List<String> problems(String module, List<String> output, Workspace workspace) {
    Path folder = workspace.folder().resolve(module);
    List<String> named =
        Stream.concat(compilerErrors(folder, output), FailedTests.in(folder)).distinct().toList();
    return named.isEmpty() ? lastErrors(output) : named;
  }

  private static Stream<String> compilerErrors(Path folder, List<String> output) {
    return output.stream()
        .filter(line -> line.startsWith("[ERROR] " + folder) && line.contains(".java:["))
        .map(line -> line.substring(line.indexOf(folder.getFileName() + "/")));
  }

  /** Something else is wrong, such as a contract that the generator cannot read. */
  private static List<String> lastErrors(List<String> output) {
    return output.stream()
        .filter(line -> line.startsWith("[ERROR] Failed to execute goal"))
        .toList();
  }
}
