package io.github.thriveaudience.guard.impact;

import io.github.thriveaudience.guard.contract.Change;
import io.github.thriveaudience.guard.contract.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** Describes the consequences of a change of the contract for the person who decides about it. */
final class ImpactReport {
  private static final int MAX_PROBLEMS = 10;
  private static final int MAX_PROBLEM_LENGTH = 400;

  private final Impact impact;
  private final SemanticVersion released;

  /**
   * @param released the version of the released contract
   */
  ImpactReport(Impact impact, SemanticVersion released) {
    this.impact = impact;
    this.released = released;
  }

  /** A few lines for the terminal. */
  String summary() {
    return String.join(
        System.lineSeparator(),
        "Version bump: " + bump(),
        "Contract: " + counted(impact.contract()),
        "Generated records: " + java(impact.models()),
        "Generated interfaces: " + java(impact.interfaces()),
        impact.checks().stream()
            .map(check -> check.part() + ": " + check.result().description().replace("*", ""))
            .collect(Collectors.joining(System.lineSeparator())),
        "To be declared before `mvn verify` passes: " + impact.undeclared().size(),
        impact.times().summary());
  }

  /** The whole report. */
  String markdown() {
    StringBuilder text = new StringBuilder("# Impact of the current contract\n\n");
    text.append("Compared with the released contract, ").append(released).append(".\n\n");
    text.append("**Version bump: ").append(bump()).append("**\n\n");
    text.append(decision()).append("\n");
    contract(text);
    section(text, "Changes of the generated records, which users see", impact.models());
    section(
        text,
        "Changes of the generated interfaces, which only the facade calls",
        impact.interfaces());
    text.append("## Modules\n\n");
    impact.checks().forEach(check -> describe(text, check));
    return text.toString();
  }

  private String bump() {
    Severity severity = impact.severity();
    if (severity == Severity.NONE) {
      return "none";
    }
    String bump =
        (impact.compared() || severity == Severity.BREAKING ? "" : "at least ")
            + severity.bump()
            + ", from "
            + released
            + " to "
            + released.after(severity);
    return severity == Severity.BREAKING && released.major() == 0
        ? bump + " (or " + released.after(Severity.ADDITIVE) + ", before 1.0.0)"
        : bump;
  }

  private String decision() {
    if (!impact.undeclared().isEmpty()) {
      return "`mvn verify` refuses "
          + (impact.undeclared().size() == 1
              ? "one break that is"
              : impact.undeclared().size() + " breaks that are")
          + " not declared. To declare a break, put its line into"
          + " `api-spec/released/declared-breaks.txt`:\n\n```text\n"
          + impact.undeclared().stream().map(Change::toString).collect(Collectors.joining("\n"))
          + "\n```\n";
    }
    if (!impact.allChecksPass()) {
      return "Some modules do not work with the contract yet; see the end.\n";
    }
    return impact.severity() == Severity.NONE
        ? "Nothing changed.\n"
        : "Nothing prevents a merge.\n";
  }

  private void contract(StringBuilder text) {
    text.append("## Changes of the contract\n\n");
    if (impact.contract().isEmpty()) {
      text.append("Nothing.\n\n");
      return;
    }
    text.append("| bump | where | what | what it does to users' code and tests |\n");
    text.append("|---|---|---|---|\n");
    impact
        .contract()
        .forEach(
            change -> text.append(row(change)).append(cell(change.consequence())).append(" |\n"));
    text.append("\n");
  }

  private void section(StringBuilder text, String title, List<Change> changes) {
    text.append("## ").append(title).append("\n\n");
    if (changes.isEmpty()) {
      text.append(impact.compared() ? "Nothing.\n\n" : "Not compared: see the modules.\n\n");
      return;
    }
    text.append("| bump | where | what |\n|---|---|---|\n");
    changes.forEach(change -> text.append(row(change).stripTrailing()).append("\n"));
    text.append("\n");
  }

  private static String row(Change change) {
    return "| "
        + change.severity().bump()
        + " | `"
        + cell(change.where())
        + "` | "
        + cell(change.what())
        + " | ";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static void describe(StringBuilder text, ModuleCheck check) {
    text.append("- ")
        .append(check.part())
        .append(": ")
        .append(check.result().description())
        .append("\n");
    check.problems().stream()
        .limit(MAX_PROBLEMS)
        .forEach(problem -> text.append("  - `").append(shortened(problem)).append("`\n"));
    if (check.problems().size() > MAX_PROBLEMS) {
      text.append("  - and ").append(check.problems().size() - MAX_PROBLEMS).append(" more\n");
    }
  }

  private static String shortened(String problem) {
    String plain = problem.replace('`', '\'');
    return plain.length() <= MAX_PROBLEM_LENGTH
        ? plain
        : plain.substring(0, MAX_PROBLEM_LENGTH) + " ...";
  }

  private String java(List<Change> changes) {
    return impact.compared() ? counted(changes) : "not compared, since the client does not compile";
  }

  private static String counted(List<Change> changes) {
    if (changes.isEmpty()) {
      return "unchanged";
    }
    return changes.stream()
        .collect(Collectors.groupingBy(Change::severity, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted((one, other) -> other.getKey().compareTo(one.getKey()))
        .map(entry -> entry.getValue() + " " + entry.getKey().bump())
        .collect(Collectors.joining(", "));
  }
}
