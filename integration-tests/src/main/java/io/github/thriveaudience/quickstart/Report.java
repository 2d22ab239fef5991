package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
    TABLE,
    CSV,
    JSON;

    Report to(PrintStream out) {
      return switch (this) {
        case TABLE -> new TableReport(out);
        case CSV -> new CsvReport(out);
        case JSON -> new JsonReport(out);
      };
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
