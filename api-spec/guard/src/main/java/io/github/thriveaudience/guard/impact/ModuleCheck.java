package io.github.thriveaudience.guard.impact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a module still works with the current contract.
 *
 * @param problems the errors of the build; empty unless the check fails
 */
record ModuleCheck(String part, Result result, List<String> problems) {
  private static final Set<String> MATTERING =
      Set.of("generated client", "facade", "integration tests");
  private static final Pattern EXCEPTION =
      Pattern.compile("(Caused by: |\\[ERROR\\] )?[\\w.$]+(Exception|Error): ");
  private static final Pattern END =
      Pattern.compile("\\[|\\s+at |\\s+\\.\\.\\. \\d+ more|Caused by: ");

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

  private static final String MODULE = "[INFO] Thrive audience members client: ";

  /** The results of the modules that matter, and of others only if they fail. */
  static List<ModuleCheck> all(MavenBuild.Outcome build, ProjectCopy copy) {
    List<ModuleCheck> checks = new ArrayList<>();
    checks.add(of("The client is generated and compiles", "generated-client", build, copy));
    checks.add(of("The facade compiles", "facade", build, copy));
    checks.add(of("The facade and the stubs obey", "integration-tests", build, copy));
    build.output().stream()
        .filter(line -> line.startsWith(MODULE) && line.contains(" FAILURE"))
        .map(line -> line.substring(MODULE.length()).replaceFirst(" \\.+ .*", ""))
        .filter(name -> !MATTERING.contains(name))
        .map(
            name ->
                new ModuleCheck(
                    "The module " + name + " works", Result.FAILED, lastErrors(build.output())))
        .forEach(checks::add);
    return checks;
  }

  /** Reads the result of a module from the output and the reports of a build. */
  private static ModuleCheck of(
      String part, String module, MavenBuild.Outcome build, ProjectCopy copy) {
    Result result = result(module, build.output());
    return new ModuleCheck(
        part, result, result == Result.FAILED ? problems(module, build.output(), copy) : List.of());
  }

  private static Result result(String module, List<String> output) {
    String name = MODULE + module.replace('-', ' ') + " ";
    String summary =
        output.stream()
            .filter(line -> line.startsWith(name + "."))
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

  /** For other errors, such as a contract that the generator refuses with its reasons. */
  private static List<String> lastErrors(List<String> output) {
    return Stream.concat(
            messages(output).stream(),
            output.stream().filter(line -> line.startsWith("[ERROR] Failed to execute goal")))
        .distinct()
        .toList();
  }

  /** The messages of exceptions, which can have several lines. */
  private static List<String> messages(List<String> output) {
    List<String> messages = new ArrayList<>();
    boolean inside = false;
    for (String line : output) {
      Matcher exception = EXCEPTION.matcher(line);
      boolean starts = exception.lookingAt();
      inside = starts || (inside && !line.isBlank() && !END.matcher(line).lookingAt());
      if (inside) {
        messages.add((starts ? exception.replaceFirst("") : line).strip());
      }
    }
    return messages;
  }
}
