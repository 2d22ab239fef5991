package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.Members;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.List;

/** Prints the members of an audience while they are read. For one run. */
final class ListMembers {
  private static final int BATCH = 100;

  private final Report report;
  private final Output output;
  private final ProgressLine progress;
  private final List<AudienceMember> read = new ArrayList<>();

  ListMembers(Report.Format format, Output output, ProgressLine progress) {
    this.report = format.to(output.stream());
    this.output = output;
    this.progress = progress;
  }

  /**
   * Reads and prints.
   *
   * @param source where the members come from
   */
  TraversalReport run(Members members, String source) {
    TraversalReport traversal = members.onProgress(progress).read(this::add);
    print();
    report.end(new Report.Totals(traversal, source));
    output.requireWritten();
    return traversal;
  }

  private void add(AudienceMember member) {
    read.add(member);
    if (read.size() == BATCH) {
      print();
    }
  }

  private void print() {
    progress.clear();
    report.page(read);
    output.requireWritten();
    read.clear();
  }
}
