package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.model.AudienceMember;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints changes as comma-separated values with a header, and nothing else. */
final class ChangesCsv implements ChangesReport {
  private final PrintStream out;

  ChangesCsv(PrintStream out) {
    this.out = out;
  }

  @Override
  public void print(MembershipChanges changes, String source) {
    row("change", "userId", "reference", "email", "oldReference", "oldEmail");
    Change.of(changes).forEach(this::print);
  }

  private void print(Change change) {
    AudienceMember member = change.member();
    AudienceMember old = change.isUpdate() ? change.before() : null;
    row(
        change.what(),
        member.userId(),
        member.reference(),
        member.email(),
        old == null ? null : old.reference(),
        old == null ? null : old.email());
  }

  private void row(@Nullable String... cells) {
    out.print(CsvReport.row(cells));
  }
}
