package io.github.thriveaudience.listing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a traversal of an audience. Immutable and thread-safe. Two reports are equal if
 * all that they show is equal.
 *
 * <p>The report of a traversal that failed also carries what was read, so that {@code
 * Members.resume} can go on with it. That is about 30 bytes a member, and for {@code
 * Members.readAll} the members themselves: do not keep such a report for longer than needed. What
 * it carries is not serialized, as JSON or otherwise.
 */
public final class TraversalReport implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  /** All that it shows. */
  @JsonValue private final Report figures;

  private final transient @Nullable TraversalMemory memory;

  TraversalReport(Report figures, @Nullable TraversalMemory memory) {
    this.figures = figures;
    this.memory = memory;
  }

  /** For Gson, which then sets the field. */
  private TraversalReport() {
    this(builder().verdict(Verdict.INCOMPLETE).build().figures);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  private TraversalReport(Report figures) {
    this(figures, null);
  }

  /**
   * Starts to build a report, for tests of code that works with one.
   *
   * @return a builder with the figures of an empty audience, whose verdict must be set
   */
  public static TraversalReportBuilder builder() {
    return new TraversalReportBuilder();
  }

  /**
   * Whether all members were delivered, as far as can be known.
   *
   * @return the verdict
   */
  public Verdict verdict() {
    return figures.verdict();
  }

  /**
   * The evidence for the verdict.
   *
   * @return whole sentences in an immutable list, without any personal data
   */
  public List<String> evidence() {
    return figures.evidence();
  }

  /**
   * The number of members that were delivered, each of them once.
   *
   * @return 0 or more
   */
  public long members() {
    return figures.members();
  }

  /**
   * The number of duplicates, which were left out: members whose {@code userId} had been delivered
   * before.
   *
   * @return 0 or more
   */
  public long duplicates() {
    return figures.duplicates();
  }

  /**
   * The number of pages that were read. A page that was delivered in part, and read again when the
   * traversal was resumed, counts once.
   *
   * @return 0 or more
   */
  public int pages() {
    return figures.pages();
  }

  /**
   * The number of requests that were sent for pages, including retries and pages that were read
   * ahead and were not needed in the end. Requests for tokens do not count.
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
   * The page that the traversal began with. If it is not page 1, the verdict is {@link
   * Verdict#INCOMPLETE}: the report covers a part of the audience.
   *
   * @return 1 or more
   */
  public int firstPage() {
    return figures.firstPage();
  }

  /**
   * The page to go on from if the traversal failed: the first that was not delivered to its end.
   *
   * @return 1 or more, or null if the traversal did not fail
   */
  public @Nullable Integer nextPage() {
    return figures.nextPage();
  }

  /**
   * Whether {@code Members.resume} can go on from here.
   *
   * @return true if the traversal failed and this report still carries what was read, which neither
   *     a report that a user built nor a deserialized one does
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

  /**
   * Its name is the end of the name that {@link #toString} shows. A newer version may write more.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
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
      implements Serializable {

    Report {
      Objects.requireNonNull(verdict, "verdict");
      evidence = List.copyOf(evidence);
    }
  }
}
