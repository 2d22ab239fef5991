package io.github.thriveaudience.spec.impact;

import io.github.thriveaudience.spec.Change;
import io.github.thriveaudience.spec.Weight;
import java.util.List;
import java.util.stream.Collectors;

/** Says what follows from a change of the contract, to someone who has to decide about it. */
final class ImpactReport {
  private static final int MOST_PROBLEMS = 10;
  private static final int LONGEST_PROBLEM = 400;

  private final Impact impact;
  private final Version released;

  /**
   * @param released the version of the released contract
   */
  ImpactReport(Impact impact, Version released) {
    this.impact = impact;
    this.released = released;
  }

  /** A few lines for the terminal. */
  String summary() {
    return String.join(
        System.lineSeparator(),
        "Version bump: " + bump(),
        "Contract: " + counted(impact.contract()),
        "Generated records: " + counted(impact.models()),
        "Generated interfaces: " + counted(impact.interfaces()),
        impact.checks().stream()
            .map(check -> check.part() + ": " + check.result().inWords().replace("*", ""))
            .collect(Collectors.joining(System.lineSeparator())),
        "To be declared before `mvn verify` passes: " + impact.undeclared().size());
  }

  /** The whole report. */
  String markdown() {
    StringBuilder text = new StringBuilder("# Impact of the contract as it is\n\n");
    text.append("Compared with the released contract, ").append(released).append(".\n\n");
    text.append("**Version bump: ").append(bump()).append("**\n\n");
    text.append(decision()).append("\n");
    section(text, "What changed in the contract", impact.contract());
    section(text, "What changed in the generated records, which users see", impact.models());
    section(
        text,
        "What changed in the generated interfaces, which the facade alone calls",
        impact.interfaces());
    text.append("## What is built on it\n\n");
    impact.checks().forEach(check -> describe(text, check));
    return text.toString();
  }

  private String bump() {
    Weight weight = impact.weight();
    if (weight == Weight.NONE) {
      return "none";
    }
    String bump = weight.bump() + ", from " + released + " to " + released.after(weight);
    return weight == Weight.BREAKING && released.major() == 0
        ? bump + " (or " + released.after(Weight.ADDITIVE) + ", as long as nothing is stable)"
        : bump;
  }

  private String decision() {
    if (!impact.undeclared().isEmpty()) {
      return "`mvn verify` refuses "
          + (impact.undeclared().size() == 1 ? "one break" : impact.undeclared().size() + " breaks")
          + " that nobody declared. To mean a break, put its line into"
          + " `api-spec/released/declared-breaks.txt`:\n\n```text\n"
          + impact.undeclared().stream().map(Change::toString).collect(Collectors.joining("\n"))
          + "\n```\n";
    }
    if (!impact.everythingHolds()) {
      return "What is built on the contract does not work with it yet; see the end.\n";
    }
    return impact.weight() == Weight.NONE
        ? "Nothing changed.\n"
        : "Nothing stands in the way of a merge.\n";
  }

  private static void section(StringBuilder text, String title, List<Change> changes) {
    text.append("## ").append(title).append("\n\n");
    if (changes.isEmpty()) {
      text.append("Nothing.\n\n");
      return;
    }
    text.append("| bump | where | what |\n|---|---|---|\n");
    changes.forEach(
        change ->
            text.append("| ")
                .append(change.weight().bump())
                .append(" | `")
                .append(change.where().replace("|", "\\|"))
                .append("` | ")
                .append(change.what().replace("|", "\\|"))
                .append(" |\n"));
    text.append("\n");
  }

  private static void describe(StringBuilder text, Check check) {
    text.append("- ")
        .append(check.part())
        .append(": ")
        .append(check.result().inWords())
        .append("\n");
    check.problems().stream()
        .limit(MOST_PROBLEMS)
        .forEach(problem -> text.append("  - `").append(shortened(problem)).append("`\n"));
    if (check.problems().size() > MOST_PROBLEMS) {
      text.append("  - and ").append(check.problems().size() - MOST_PROBLEMS).append(" more\n");
    }
  }

  private static String shortened(String problem) {
    String plain = problem.replace('`', '\'');
    return plain.length() <= LONGEST_PROBLEM ? plain : plain.substring(0, LONGEST_PROBLEM) + " ...";
  }

  private static String counted(List<Change> changes) {
    if (changes.isEmpty()) {
      return "unchanged";
    }
    return changes.stream()
        .collect(Collectors.groupingBy(Change::weight, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted((one, other) -> other.getKey().compareTo(one.getKey()))
        .map(entry -> entry.getValue() + " " + entry.getKey().bump())
        .collect(Collectors.joining(", "));
  }
}
