package io.github.thriveaudience;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A summary as one line, which names at most ten audiences of each group. */
final class SummaryInWords {
  private static final int MAX_NAMES = 10;

  private final List<String> groups = new ArrayList<>();

  private SummaryInWords() {}

  static String of(AudiencesSummary summary, int total) {
    SummaryInWords words = new SummaryInWords();
    words.add("read" + verdicts(summary.read().values()), quoted(summary.read().keySet()));
    words.add("not found", quoted(summary.notFound()));
    words.add("failed", summary.failed().entrySet().stream().map(SummaryInWords::why).toList());
    words.add("unfinished", quoted(summary.unfinished()));
    words.add("not begun", quoted(summary.notBegun()));
    String audiences = total == 1 ? "1 audience" : total + " audiences";
    return audiences + ": " + String.join("; ", words.groups);
  }

  private void add(String what, List<String> names) {
    if (!names.isEmpty()) {
      String named = names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
      int others = names.size() - MAX_NAMES;
      String more = others > 0 ? Texts.format(" and %d more", others) : "";
      groups.add(Texts.format("%d %s: %s%s", names.size(), what, named, more));
    }
  }

  /** How many verdicts are not the best one. */
  private static String verdicts(Collection<TraversalReport> reports) {
    String others =
        Arrays.stream(Verdict.values())
            .filter(verdict -> verdict != Verdict.CONSISTENT && count(verdict, reports) > 0)
            .map(verdict -> count(verdict, reports) + " " + verdict)
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "" : " (" + others + ")";
  }

  private static long count(Verdict verdict, Collection<TraversalReport> reports) {
    return reports.stream().filter(report -> report.verdict() == verdict).count();
  }

  private static List<String> quoted(Collection<String> names) {
    return names.stream().map(SummaryInWords::quoted).toList();
  }

  private static String why(Map.Entry<String, AudiencesSummary.Failure> failed) {
    return quoted(failed.getKey()) + " (" + failed.getValue().type().getSimpleName() + ")";
  }

  /** A reference may have any characters, and a log line may not. */
  private static String quoted(String name) {
    return '"' + name.replaceAll("\\p{Cntrl}", "?") + '"';
  }
}
