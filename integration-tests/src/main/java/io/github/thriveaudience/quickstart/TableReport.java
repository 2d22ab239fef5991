package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.model.AudienceMember;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints a table. The first page determines the widths, so that printing can start with it. */
final class TableReport implements Report {
  private final PrintStream out;
  private @Nullable String row;

  TableReport(PrintStream out) {
    this.out = out;
  }

  @Override
  public void page(List<AudienceMember> members) {
    if (row == null) {
      row = layout(members);
      out.printf(Locale.ROOT, row, "USER ID", "REFERENCE", "EMAIL");
    }
    for (AudienceMember member : members) {
      out.printf(
          Locale.ROOT, row, text(member.userId()), text(member.reference()), text(member.email()));
    }
  }

  @Override
  public void end(Totals totals) {
    out.printf(
        Locale.ROOT,
        "%n%s in %s from %s: %s%n",
        count(totals.members(), "member"),
        count(totals.traversal().requests(), "request"),
        totals.source(),
        totals.traversal().verdict());
  }

  private static String layout(List<AudienceMember> members) {
    int id = width(members, "USER ID", AudienceMember::userId);
    int reference = width(members, "REFERENCE", AudienceMember::reference);
    return "%-" + id + "s  %-" + reference + "s  %s%n";
  }

  private static int width(
      List<AudienceMember> members, String head, Function<AudienceMember, @Nullable String> cell) {
    int widest = members.stream().map(cell).mapToInt(text -> text(text).length()).max().orElse(0);
    return Math.max(head.length(), widest);
  }

  /** Replaces control characters, which could move the terminal's cursor. */
  static String text(@Nullable String value) {
    return value == null ? "-" : value.replaceAll("\\p{Cc}", "?");
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
