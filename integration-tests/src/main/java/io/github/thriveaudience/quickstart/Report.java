package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.traversal.TraversalReport;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A form in which members are printed, page by page. */
interface Report {

  /** Prints the members of one page. */
  void page(List<AudienceMember> members);

  /** Prints what comes after the last page. */
  void end(Totals totals);

  /**
   * What was read.
   *
   * @param source where from
   */
  record Totals(TraversalReport traversal, String source) {

    long members() {
      return traversal.members();
    }
  }

  /** The forms by the names that a user gives. */
  enum Format {
    TABLE(TableReport::new),
    CSV(CsvReport::new),
    JSON(JsonReport::new);

    private final Function<PrintStream, Report> report;

    Format(Function<PrintStream, Report> report) {
      this.report = report;
    }

    Report to(PrintStream out) {
      return report.apply(out);
    }

    static Format named(String name) {
      return Arrays.stream(values())
          .filter(format -> format.name().equals(name.toUpperCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "format must be table, csv or json, but was \"" + name + '"'));
    }
  }
}
