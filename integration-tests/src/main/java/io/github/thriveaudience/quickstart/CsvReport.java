package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.model.AudienceMember;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints comma-separated values with a header (RFC 4180, with line feeds), and nothing else. */
final class CsvReport implements Report {
  private final PrintStream out;

  CsvReport(PrintStream out) {
    this.out = out;
    out.print(row("userId", "reference", "email"));
  }

  @Override
  public void page(List<AudienceMember> members) {
    members.forEach(member -> out.print(row(member.userId(), member.reference(), member.email())));
  }

  @Override
  public void end(Totals totals) {}

  /** A row with its line feed. */
  static String row(@Nullable String... cells) {
    return Arrays.stream(cells).map(CsvReport::cell).collect(Collectors.joining(",", "", "\n"));
  }

  private static String cell(@Nullable String value) {
    if (value == null) {
      return "";
    }
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
