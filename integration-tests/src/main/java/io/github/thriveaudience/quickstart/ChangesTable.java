package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints a table of changes, and their totals. */
final class ChangesTable implements ChangesReport {
  private static final List<String> HEAD = List.of("CHANGE", "USER ID", "REFERENCE", "EMAIL");

  private final PrintStream out;

  ChangesTable(PrintStream out) {
    this.out = out;
  }

  @Override
  public void print(MembershipChanges changes, String source) {
    List<List<String>> rows = Change.of(changes).stream().map(ChangesTable::row).toList();
    if (!rows.isEmpty()) {
      String layout = layout(rows);
      out.printf(Locale.ROOT, layout, HEAD.toArray());
      rows.forEach(row -> out.printf(Locale.ROOT, layout, row.toArray()));
      out.println();
    }
    out.println(totals(changes, source));
  }

  private static List<String> row(Change change) {
    return List.of(
        change.what(),
        TableReport.text(change.member().userId()),
        cell(change, AudienceMember::reference),
        cell(change, AudienceMember::email));
  }

  private static String cell(Change change, Function<AudienceMember, @Nullable String> field) {
    String now = TableReport.text(field.apply(change.member()));
    if (change.before() == null || change.after() == null) {
      return now;
    }
    String known = TableReport.text(field.apply(change.before()));
    return known.equals(now) ? now : known + " -> " + now;
  }

  private static String layout(List<List<String>> rows) {
    StringBuilder layout = new StringBuilder();
    for (int column = 0; column < HEAD.size() - 1; column++) {
      layout.append("%-").append(width(rows, column)).append("s  ");
    }
    return layout + "%s%n";
  }

  private static int width(List<List<String>> rows, int column) {
    int widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(widest, HEAD.get(column).length());
  }

  private static String totals(MembershipChanges changes, String source) {
    List<TraversalReport> readings = changes.reports();
    return String.join(
            ", ",
            changes.joined().size() + " joined",
            changes.left().size() + " left",
            changes.updated().size() + " updated",
            changes.unchanged() + " unchanged",
            changes.unconfirmed().size() + " unconfirmed")
        + " in "
        + TableReport.count(readings.size(), "reading")
        + " from "
        + source
        + ": "
        + readings.stream()
            .map(report -> Objects.toString(report.verdict()))
            .collect(Collectors.joining(", "));
  }
}
