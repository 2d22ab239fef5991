package io.github.thriveaudience;

import static io.github.thriveaudience.Readings.reportOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.listing.ChangingAudience;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.TraversalProgress;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The verdict on many audiences that change during the reading, each from a seed. */
@Tag("long")
class RandomHistoriesTest {
  private static final int HISTORIES = 40_000;

  /** One history, read once. */
  private static final class History {
    private final ChangingAudience audience;
    private final List<Integer> pages = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private final TraversalReport report;

    History(long seed) {
      audience = new ChangingAudience(seed);
      Members members =
          Readings.members(audience.pages())
              .parallelism((int) (1 + seed % 16))
              .onProgress(this::note);
      report = seed % 2 == 0 ? withConsumer(members) : keepingAll(members);
    }

    private void note(TraversalProgress progress) {
      pages.add(progress.page());
    }

    private TraversalReport withConsumer(Members members) {
      return members.read(member -> delivered.add(member.userId()));
    }

    private TraversalReport keepingAll(Members members) {
      MembersSnapshot snapshot = members.readAll();
      snapshot.members().forEach(member -> delivered.add(member.userId()));
      return snapshot.report();
    }

    /** From what was served, and not from the report. */
    private Verdict expected() {
      List<MembersPage> served = pages.stream().map(audience.served::get).toList();
      List<String> ids =
          served.stream()
              .flatMap(page -> page.members().stream())
              .map(AudienceMember::userId)
              .toList();
      Set<String> distinct = new TreeSet<>(ids);
      long announced = served.get(served.size() - 1).totalResults();
      if (distinct.size() < announced || served.stream().anyMatch(History::lacksMembers)) {
        return Verdict.INCOMPLETE;
      }
      boolean unchanged =
          distinct.size() == announced
              && distinct.size() == ids.size()
              && served.stream().map(MembersPage::totalResults).distinct().count() == 1
              && served.stream().map(MembersPage::perPage).distinct().count() == 1;
      return unchanged ? Verdict.CONSISTENT : Verdict.DRIFTED;
    }

    private static boolean lacksMembers(MembersPage page) {
      return page.members().isEmpty() && (page.page() - 1L) * page.perPage() < page.totalResults();
    }
  }

  @Test
  void theVerdictIsCorrectForEachHistory() {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    int refused = 0;
    int lostUnnoticed = 0;

    for (long seed = 0; seed < HISTORIES; seed++) {
      try {
        History history = new History(seed);
        check(history, seed);
        verdicts.merge(history.report.verdict(), 1, Integer::sum);
        lostUnnoticed += lost(history) && history.report.verdict() == Verdict.CONSISTENT ? 1 : 0;
      } catch (MalformedResponseException e) {
        // A page contradicts itself: no report claims to be the whole.
        assertThat(reportOf(e).verdict()).isEqualTo(Verdict.INCOMPLETE);
        refused++;
      }
    }

    assertThat(verdicts.values()).hasSize(3).allMatch(times -> times > HISTORIES / 20);
    assertThat(refused).isBetween(1, HISTORIES / 5);
    assertThat(lostUnnoticed).as("what no client can see does happen").isPositive();
  }

  private static void check(History history, long seed) {
    assertThat(history.report.verdict()).as("seed %d", seed).isEqualTo(history.expected());
    assertThat(history.report.members()).isEqualTo(history.delivered.size());
    assertThat(history.pages)
        .isEqualTo(IntStream.rangeClosed(1, history.report.pages()).boxed().toList());
    assertThat(history.delivered).as("seed %d", seed).doesNotHaveDuplicates();
    if (!history.audience.changed) {
      assertThat(history.report.verdict()).isEqualTo(Verdict.CONSISTENT);
      assertThat(lost(history)).isFalse();
    }
  }

  /** Whether a member of the audience at all times was not delivered. */
  private static boolean lost(History history) {
    return !new TreeSet<>(history.delivered).containsAll(history.audience.stayers);
  }
}
