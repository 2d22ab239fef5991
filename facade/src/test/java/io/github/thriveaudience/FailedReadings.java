package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.TraversalProgress;
import io.github.thriveaudience.listing.TraversalReport;
import java.util.ArrayList;
import java.util.List;

/** Keeps the reports of readings that failed. */
class FailedReadings implements ProgressListener {
  final List<TraversalReport> reports = new ArrayList<>();

  @Override
  public void pageRead(TraversalProgress progress) {}

  @Override
  public void readFailed(TraversalReport report) {
    reports.add(report);
  }

  TraversalReport only() {
    assertThat(reports).hasSize(1);
    return reports.get(0);
  }
}
