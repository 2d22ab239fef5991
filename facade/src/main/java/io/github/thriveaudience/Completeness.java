package io.github.thriveaudience;

import io.github.thriveaudience.internal.Texts;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether what came is the whole: by the figures of the pages, by the ids of the members and
 * by their number. For one thread.
 */
final class Completeness {
  private final FigureChange totalResults = new FigureChange("totalResults");
  private final FigureChange totalPages = new FigureChange("totalPages");
  private final FigureChange perPage = new FigureChange("perPage");
  private final List<FigureChange> figures = List.of(totalResults, totalPages, perPage);
  private final SeenIds seen;
  private int pages;
  private long members;
  private long duplicates;
  private @Nullable Long firstTotal;
  private @Nullable Long lastTotal;

  /** What the figures of the latest page let expect of all pages from the first that was read. */
  private long expected;

  private boolean beyondTheEnd;

  Completeness(SeenIds seen) {
    this.seen = seen;
  }

  /** Takes the figures of the next page. */
  void begin(MembersPage page) {
    totalResults.announced(page.totalResults(), page.page());
    totalPages.announced(page.totalPages(), page.page());
    perPage.announced(page.perPage(), page.page());
    firstTotal = firstTotal == null ? Long.valueOf(page.totalResults()) : firstTotal;
    lastTotal = page.totalResults();
    long pagesNotRead = page.page() - 1L - pages;
    expected = Math.max(0, page.totalResults() - pagesNotRead * page.perPage());
    beyondTheEnd |= pages == 0 && pagesNotRead > 0 && page.members().isEmpty();
    pages++;
    seen.nextPage();
  }

  /** Whether a member has not come before. */
  boolean isNew(AudienceMember member) {
    boolean added = seen.add(member.userId());
    duplicates += added ? 0 : 1;
    return added;
  }

  void delivered() {
    members++;
  }

  /**
   * The report.
   *
   * @param requests the requests that were sent
   * @param nextPage the page at which the traversal broke off, or null
   */
  TraversalReport report(long requests, @Nullable Integer nextPage) {
    return new TraversalReport(
        verdict(nextPage),
        evidence(nextPage),
        members,
        duplicates,
        pages,
        requests,
        firstTotal,
        lastTotal,
        nextPage);
  }

  private Verdict verdict(@Nullable Integer nextPage) {
    if (nextPage != null || members < expected) {
      return Verdict.INCOMPLETE;
    }
    return beyondTheEnd
            || duplicates > 0
            || members > expected
            || figures.stream().anyMatch(FigureChange::any)
        ? Verdict.DRIFTED
        : Verdict.CONSISTENT;
  }

  private List<String> evidence(@Nullable Integer nextPage) {
    List<String> evidence = new ArrayList<>();
    if (nextPage != null) {
      evidence.add(Texts.format("The traversal broke off at page %d.", nextPage));
    }
    if (beyondTheEnd) {
      evidence.add("The list ends before the page that the traversal began with.");
    }
    figures.stream().filter(FigureChange::any).map(FigureChange::inWords).forEach(evidence::add);
    evidence.add(duplicatesInWords());
    if (lastTotal != null) {
      evidence.add(countInWords());
    }
    return evidence;
  }

  private String duplicatesInWords() {
    String found = duplicates == 0 ? "No member came twice" : count(duplicates) + " came again";
    return seen.isComplete()
        ? found + "."
        : found + ", as far as the latest pages and a sample of the others show.";
  }

  private String countInWords() {
    String came = count(members) + " came, ";
    if (members == expected) {
      return came + "as many as the server announced.";
    }
    return came
        + Texts.format(
            "%d %s than the %d that the server announced.",
            Math.abs(members - expected), members < expected ? "fewer" : "more", expected);
  }

  private static String count(long members) {
    return members == 1 ? "1 member" : members + " members";
  }
}
