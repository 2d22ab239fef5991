package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.TraversalProgress;
import io.github.thriveaudience.listing.TraversalReport;
import java.util.ArrayList;
import java.util.List;

/** Records the reports of failed readings. */
class FailedReadings implements ProgressListener {
  final List<TraversalReport> reports = new ArrayList<>();

  @Override
  public void pageRead(TraversalProgress progress) {}

  @Override
  public void readFailed(TraversalReport report) {
    reports.add(report);
  }

  /** The report of the only failed reading. */
  TraversalReport only() {
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }
}
