package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints members in a format, page by page. */
interface Report {

  /** Prints the members of one page. */
  void page(List<AudienceMember> members);

  /** Prints what follows the last page. */
  void end(Totals totals);

  /**
   * The totals of a listing.
   *
   * @param source where the members come from
   */
  record Totals(TraversalReport traversal, String source) {

    long members() {
      return traversal.members();
    }
  }

  /** The formats by name. */
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

    ChangesReport changesTo(PrintStream out) {
      return switch (this) {
        case TABLE -> new ChangesTable(out);
        case CSV -> new ChangesCsv(out);
        case JSON -> new ChangesJson(out);
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
