package io.github.thriveaudience.testing;

import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Builds a report with a verdict, whose figures and evidence go with it: {@link #build} refuses
 * figures from which the client would conclude another verdict. For one thread.
 *
 * <pre>{@code
 * TraversalReport report = TestReport.incomplete(240).announced(250, 250).build();
 * }</pre>
 */
public final class TestReport {
  private static final int PAGE_SIZE = 1000;

  private final Verdict verdict;
  private final long members;
  private long duplicates;
  private long first;
  private long last;
  private @Nullable Integer pages;
  private @Nullable Long requests;
  private int firstPage = 1;
  private @Nullable Integer nextPage;

  private TestReport(Verdict verdict, long members, long first, long last) {
    this.verdict = verdict;
    this.members = Check.atLeast(0, "members", members);
    this.first = first;
    this.last = last;
  }

  /**
   * Starts to build the report of a reading that was {@link Verdict#CONSISTENT}.
   *
   * @param members how many were delivered, 0 or more
   * @return a builder of a report that announces as many
   * @throws IllegalArgumentException if it is negative
   */
  public static TestReport consistent(long members) {
    return new TestReport(Verdict.CONSISTENT, members, members, members);
  }

  /**
   * Starts to build the report of a reading that was {@link Verdict#DRIFTED}.
   *
   * @param members how many were delivered, 0 or more
   * @return a builder of a report of two pages or more, the first of which announces one more
   * @throws IllegalArgumentException if it is negative
   */
  public static TestReport drifted(long members) {
    return new TestReport(Verdict.DRIFTED, members, members + 1, members);
  }

  /**
   * Starts to build the report of a reading that was {@link Verdict#INCOMPLETE}.
   *
   * @param members how many were delivered, 0 or more
   * @return a builder of a report that announces one more
   * @throws IllegalArgumentException if it is negative
   */
  public static TestReport incomplete(long members) {
    return new TestReport(Verdict.INCOMPLETE, members, members + 1, members + 1);
  }

  /**
   * Starts to build a report.
   *
   * @param verdict the verdict
   * @param members how many were delivered, 0 or more
   * @return what the method of the verdict returns
   * @throws IllegalArgumentException if it is negative
   */
  public static TestReport of(Verdict verdict, long members) {
    return switch (verdict) {
      case CONSISTENT -> consistent(members);
      case DRIFTED -> drifted(members);
      case INCOMPLETE -> incomplete(members);
    };
  }

  /**
   * Sets how many members the first and the last page announced.
   *
   * @param firstTotal 0 or more; the default depends on the verdict
   * @param lastTotal 0 or more; the default depends on the verdict
   * @return this
   * @throws IllegalArgumentException if one is negative
   */
  public TestReport announced(long firstTotal, long lastTotal) {
    first = Check.atLeast(0, "firstTotalResults", firstTotal);
    last = Check.atLeast(0, "lastTotalResults", lastTotal);
    return this;
  }

  /**
   * Sets how many duplicates were left out.
   *
   * @param duplicates 0 or more; default 0
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public TestReport duplicates(long duplicates) {
    this.duplicates = Check.atLeast(0, "duplicates", duplicates);
    return this;
  }

  /**
   * Sets how many pages were read.
   *
   * @param pages 0 or more; default: as many as the announced members fill, 1000 on each
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public TestReport pages(int pages) {
    this.pages = Check.atLeast(0, "pages", pages);
    return this;
  }

  /**
   * Sets how many requests were sent.
   *
   * @param requests as many as pages, or more; default: as many
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public TestReport requests(long requests) {
    this.requests = Check.atLeast(0, "requests", requests);
    return this;
  }

  /**
   * Sets the page that the reading began with.
   *
   * @param firstPage 1 or more; default 1
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public TestReport firstPage(int firstPage) {
    this.firstPage = Check.atLeast(1, "firstPage", firstPage);
    return this;
  }

  /**
   * Sets the page at which the reading failed.
   *
   * @param nextPage 1 or more; default: it did not fail
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public TestReport failedAt(int nextPage) {
    this.nextPage = Check.atLeast(1, "nextPage", nextPage);
    return this;
  }

  /**
   * Builds the report. It is none to resume, since it does not carry what was read: a {@link
   * FakeAudience#failsOnceAtPage} gives one.
   *
   * @return the report
   * @throws IllegalArgumentException if the figures contradict the verdict or each other; the
   *     message names them
   */
  public TraversalReport build() {
    int read = pages == null ? defaultPages() : pages;
    long sent = requests == null ? read : requests;
    Check.that(sent >= read, "requests must be at least pages: %d requests, %d pages", sent, read);
    ReportFigures figures =
        new ReportFigures(members, duplicates, first, last, firstPage, nextPage);
    figures.requireVerdict(verdict);
    return TraversalReport.builder()
        .verdict(verdict)
        .evidence(figures.evidence())
        .members(members)
        .duplicates(duplicates)
        .pages(read)
        .requests(sent)
        .firstTotalResults(first)
        .lastTotalResults(last)
        .firstPage(firstPage)
        .nextPage(nextPage)
        .build();
  }

  private int defaultPages() {
    long announced = Math.max(first, last);
    return (int) Math.max(first == last ? 1 : 2, (announced + PAGE_SIZE - 1) / PAGE_SIZE);
  }
}
