package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.listing.MembershipChanges;
import java.io.PrintStream;

/** Prints one array, a change per line with the member before and after it, and nothing else. */
final class ChangesJson implements ChangesReport {
  private final PrintStream out;
  private String separator = "[\n";

  ChangesJson(PrintStream out) {
    this.out = out;
  }

  @Override
  public void print(MembershipChanges changes, String source) {
    Change.of(changes).forEach(this::print);
    out.print(separator.equals("[\n") ? "[]\n" : "\n]\n");
  }

  private void print(Change change) {
    out.print(
        separator
            + "{\"change\":\""
            + change.what()
            + "\",\"before\":"
            + JsonReport.json(change.before())
            + ",\"after\":"
            + JsonReport.json(change.after())
            + "}");
    separator = ",\n";
  }
}
