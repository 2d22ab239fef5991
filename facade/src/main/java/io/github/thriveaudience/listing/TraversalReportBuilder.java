package io.github.thriveaudience.listing;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a report, for tests of code that works with one. The defaults are those of an empty
 * audience: no evidence, 0, null, page 1. For one thread.
 */
public final class TraversalReportBuilder {
  private @Nullable Verdict verdict;
  private List<String> evidence = List.of();
  private long members;
  private long duplicates;
  private int pages;
  private long requests;
  private @Nullable Long firstTotalResults;
  private @Nullable Long lastTotalResults;
  private int firstPage = 1;
  private @Nullable Integer nextPage;
  private @Nullable TraversalMemory memory;

  TraversalReportBuilder() {}

  /**
   * Sets whether all members were delivered.
   *
   * @param verdict the verdict; no default
   * @return this
   */
  public TraversalReportBuilder verdict(Verdict verdict) {
    this.verdict = Objects.requireNonNull(verdict, "verdict");
    return this;
  }

  /**
   * Sets the evidence for the verdict.
   *
   * @param evidence whole sentences, which are copied; default: none
   * @return this
   */
  public TraversalReportBuilder evidence(List<String> evidence) {
    this.evidence = List.copyOf(evidence);
    return this;
  }

  /**
   * Sets how many members were delivered.
   *
   * @param members 0 or more; default 0
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public TraversalReportBuilder members(long members) {
    this.members = atLeast(0, "members", members);
    return this;
  }

  /**
   * Sets how many duplicates were left out.
   *
   * @param duplicates 0 or more; default 0
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public TraversalReportBuilder duplicates(long duplicates) {
    this.duplicates = atLeast(0, "duplicates", duplicates);
    return this;
  }

  /**
   * Sets how many pages were read.
   *
   * @param pages 0 or more; default 0
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public TraversalReportBuilder pages(int pages) {
    this.pages = (int) atLeast(0, "pages", pages);
    return this;
  }

  /**
   * Sets how many requests were sent for pages.
   *
   * @param requests 0 or more; default 0
   * @return this
   * @throws IllegalArgumentException if it is negative
   */
  public TraversalReportBuilder requests(long requests) {
    this.requests = atLeast(0, "requests", requests);
    return this;
  }

  /**
   * Sets the number of members that the first page announced.
   *
   * @param firstTotalResults 0 or more, or null, the default, if no page was read
   * @return this
   */
  public TraversalReportBuilder firstTotalResults(@Nullable Long firstTotalResults) {
    this.firstTotalResults = firstTotalResults;
    return this;
  }

  /**
   * Sets the number of members that the last page announced.
   *
   * @param lastTotalResults 0 or more, or null, the default, if no page was read
   * @return this
   */
  public TraversalReportBuilder lastTotalResults(@Nullable Long lastTotalResults) {
    this.lastTotalResults = lastTotalResults;
    return this;
  }

  /**
   * Sets the page that the traversal began with.
   *
   * @param firstPage 1 or more; default 1
   * @return this
   * @throws IllegalArgumentException if it is below 1
   */
  public TraversalReportBuilder firstPage(int firstPage) {
    this.firstPage = (int) atLeast(1, "firstPage", firstPage);
    return this;
  }

  /**
   * Sets the page to go on from.
   *
   * @param nextPage 1 or more, or null, the default, if the traversal did not fail
   * @return this
   */
  public TraversalReportBuilder nextPage(@Nullable Integer nextPage) {
    this.nextPage = nextPage;
    return this;
  }

  private static long atLeast(long least, String name, long value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or more, but was " + value);
    }
    return value;
  }

  TraversalReportBuilder memory(TraversalMemory memory) {
    this.memory = memory;
    return this;
  }

  /**
   * Builds the report.
   *
   * @return the report
   * @throws IllegalStateException if the verdict is not set
   */
  public TraversalReport build() {
    if (verdict == null) {
      throw new IllegalStateException("verdict must be set");
    }
    return new TraversalReport(
        new TraversalReport.Report(
            verdict,
            evidence,
            members,
            duplicates,
            pages,
            requests,
            firstTotalResults,
            lastTotalResults,
            firstPage,
            nextPage),
        memory);
  }
}
