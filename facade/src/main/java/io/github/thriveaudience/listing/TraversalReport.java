package io.github.thriveaudience.listing;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a traversal of an audience came to. Immutable and thread-safe. Two reports are equal if all
 * that they show is.
 *
 * <p>The report of a traversal that broke off also carries what the traversal has seen, so that
 * {@code Members.resume} can go on with it. That is some 30 bytes a member, and for {@code
 * Members.readAll} the members that were read: do not keep such a report for longer than needed.
 * What it carries is not serialized.
 */
public final class TraversalReport implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** All that it shows. */
  private final Report figures;

  private final transient @Nullable TraversalMemory memory;

  TraversalReport(Report figures, @Nullable TraversalMemory memory) {
    this.figures = figures;
    this.memory = memory;
  }

  /**
   * Starts a report, for tests of code that works with one.
   *
   * @return a builder of a report of an empty audience, whose verdict must be set
   */
  public static TraversalReportBuilder builder() {
    return new TraversalReportBuilder();
  }

  /**
   * Whether what was delivered is the whole, as far as can be known.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return figures.verdict();
  }

  /**
   * What the verdict rests on.
   *
   * @return whole sentences without any personal data
   */
  public List<String> evidence() {
    return figures.evidence();
  }

  /**
   * The members that were delivered, each of them once.
   *
   * @return 0 or more
   */
  public long members() {
    return figures.members();
  }

  /**
   * The members that were left out since they had been delivered before, told by {@code userId}.
   *
   * @return 0 or more
   */
  public long duplicates() {
    return figures.duplicates();
  }

  /**
   * The pages that were read. A page that was read in part, and read again when the traversal was
   * resumed, counts once.
   *
   * @return 0 or more
   */
  public int pages() {
    return figures.pages();
  }

  /**
   * The requests that were sent for pages, with retries and with those for pages that were not
   * needed in the end; without those for tokens.
   *
   * @return 0 or more
   */
  public long requests() {
    return figures.requests();
  }

  /**
   * The number of members that the first page announced.
   *
   * @return 0 or more, or null if no page was read
   */
  public @Nullable Long firstTotalResults() {
    return figures.firstTotalResults();
  }

  /**
   * The number of members that the last page announced.
   *
   * @return 0 or more, or null if no page was read
   */
  public @Nullable Long lastTotalResults() {
    return figures.lastTotalResults();
  }

  /**
   * The page that the traversal began with. If it is not the first one, the verdict is {@link
   * Verdict#INCOMPLETE}: the report speaks of a part of the audience.
   *
   * @return 1 or more
   */
  public int firstPage() {
    return figures.firstPage();
  }

  /**
   * The page to go on from if the traversal broke off: the first that was not delivered to its end.
   *
   * @return 1 or more, or null if the traversal did not break off
   */
  public @Nullable Integer nextPage() {
    return figures.nextPage();
  }

  /**
   * Whether {@code Members.resume} can go on from here.
   *
   * @return true if the traversal broke off and this report still carries what it has seen, which
   *     neither a report made by hand nor a deserialized one does
   */
  public boolean isResumable() {
    return nextPage() != null && memory != null;
  }

  @Nullable TraversalMemory memory() {
    return memory;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TraversalReport report && figures.equals(report.figures);
  }

  @Override
  public int hashCode() {
    return figures.hashCode();
  }

  @Override
  public String toString() {
    return "Traversal" + figures;
  }

  /** Its name is the end of what {@link #toString} shows. */
  record Report(
      Verdict verdict,
      List<String> evidence,
      long members,
      long duplicates,
      int pages,
      long requests,
      @Nullable Long firstTotalResults,
      @Nullable Long lastTotalResults,
      int firstPage,
      @Nullable Integer nextPage)
      implements Serializable {}
}
