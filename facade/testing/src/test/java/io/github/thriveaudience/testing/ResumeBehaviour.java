package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.thriveaudience.Members;
import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.TraversalProgress;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How a failed reading is continued. */
abstract class ResumeBehaviour extends ClientBehaviour {

  ResumeBehaviour(Clients clients) {
    super(clients);
  }

  @Test
  void aFailedReadingIsResumed() {
    List<TraversalReport> failed = new ArrayList<>();
    List<AudienceMember> delivered = new ArrayList<>();
    Members members = techTeam().onProgress(new ReportsOfFailures(failed));

    assertThatIllegalStateException()
        .isThrownBy(() -> members.read(untilFull(delivered, 150)))
        .withMessage("the database is full");
    TraversalReport report = members.resume(failed.get(0)).read(delivered::add);

    assertThat(failed.get(0).nextPage()).isEqualTo(2);
    assertThat(failed.get(0).isResumable()).isTrue();
    assertThat(report.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(delivered).isEqualTo(techTeam().readAll().members());
  }

  @Test
  void aLoopCannotBeResumed() {
    List<TraversalReport> failed = new ArrayList<>();
    Members members = techTeam().onProgress(new ReportsOfFailures(failed));
    assertThatIllegalStateException()
        .isThrownBy(() -> members.read(untilFull(new ArrayList<>(), 1)));

    assertThatIllegalStateException()
        .isThrownBy(() -> members.resume(failed.get(0)).iterator())
        .withMessage("a loop or a stream cannot be resumed: use read or readAll, or startingAt");
  }

  private static Consumer<AudienceMember> untilFull(List<AudienceMember> delivered, int size) {
    return member -> {
      if (delivered.size() == size) {
        throw new IllegalStateException("the database is full");
      }
      delivered.add(member);
    };
  }

  private record ReportsOfFailures(List<TraversalReport> reports) implements ProgressListener {
    @Override
    public void pageRead(TraversalProgress progress) {}

    @Override
    public void readFailed(TraversalReport report) {
      reports.add(report);
    }
  }
}
