package io.github.thriveaudience.testing;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a report, and the verdict that follows from them.
 *
 * @param nextPage the page at which the reading failed, or null
 */
record ReportFigures(
    long members,
    long duplicates,
    long first,
    long last,
    int firstPage,
    @Nullable Integer nextPage) {

  void requireVerdict(Verdict verdict) {
    Check.that(
        verdict == verdict(),
        "a report with these figures is %s, not %s: members %d, firstTotalResults %d,"
            + " lastTotalResults %d, duplicates %d, firstPage %d, nextPage %s",
        verdict(),
        verdict,
        members,
        first,
        last,
        duplicates,
        firstPage,
        String.valueOf(nextPage));
  }

  private Verdict verdict() {
    if (nextPage != null || firstPage > 1 || members < last) {
      return Verdict.INCOMPLETE;
    }
    return duplicates > 0 || members > last || first != last ? Verdict.DRIFTED : Verdict.CONSISTENT;
  }

  List<String> evidence() {
    List<String> evidence = new ArrayList<>();
    if (nextPage != null) {
      evidence.add(Texts.format("The reading failed at page %d.", nextPage));
    }
    if (firstPage > 1) {
      evidence.add(Texts.format("The reading started at page %d.", firstPage));
    }
    if (first != last) {
      evidence.add(Texts.format("totalResults changed from %d to %d.", first, last));
    }
    evidence.add(
        duplicates == 0
            ? "There were no duplicates."
            : Texts.format("Duplicates that were left out: %d.", duplicates));
    evidence.add(Texts.format("Members delivered: %d; announced at last: %d.", members, last));
    return evidence;
  }
}
