package io.github.thriveaudience;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of each audience that {@link MembersOfEach} was to read. Each audience is in one of
 * five groups. Immutable and thread-safe, equal by value.
 *
 * <p>It holds reports and messages, but no members, however many audiences there are.
 */
public final class AudiencesSummary {
  private final Groups groups;

  AudiencesSummary(Groups groups) {
    this.groups = groups;
  }

  /**
   * What was done when an exception ended {@link MembersOfEach#readAll}.
   *
   * @param failure the exception that was thrown, itself and not one that it caused
   * @return the summary; of nested readings, that of the outermost. Empty if the exception ended no
   *     reading of several audiences, was deserialized, or allows no suppressed exceptions
   */
  public static Optional<AudiencesSummary> of(Throwable failure) {
    AudiencesSummary outermost = null;
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof AudiencesReadSoFar part && part.summary() != null) {
        outermost = part.summary();
      }
    }
    return Optional.ofNullable(outermost);
  }

  /**
   * Starts to build a summary, for tests of code that works with one.
   *
   * @return a builder of a summary without audiences
   */
  public static AudiencesSummaryBuilder builder() {
    return new AudiencesSummaryBuilder();
  }

  /**
   * The audiences that were read and handled: the handler returned. Whether the members are all
   * members, the report says.
   *
   * @return the report of each, in the order in which they were handled; immutable
   */
  public Map<String, TraversalReport> read() {
    return groups.read();
  }

  /**
   * The audiences that do not exist.
   *
   * @return an immutable set, in the order in which they were handled
   */
  public Set<String> notFound() {
    return groups.notFound();
  }

  /**
   * The audiences that could not be read, including the one whose failure ended the whole. The
   * exceptions are those that {@link AudienceHandler#failed} is handed. They are not kept here: one
   * of them can hold all members that were read before it.
   *
   * @return why, for each, in the order in which they were handled; immutable
   */
  public Map<String, Failure> failed() {
    return groups.failed();
  }

  /**
   * The audiences that had begun when the whole ended: their requests were cancelled, or the
   * handler had not been called yet, or it threw. Some of their members may have been handled.
   * Empty if the whole did not end early.
   *
   * @return an immutable set, in the order in which they began
   */
  public Set<String> unfinished() {
    return groups.unfinished();
  }

  /**
   * The audiences for which nothing was requested, since the whole ended before.
   *
   * @return an immutable set, in the order in which they would have begun
   */
  public Set<String> notBegun() {
    return groups.notBegun();
  }

  /**
   * Whether every audience was read and handled, whatever the verdicts.
   *
   * @return true if only {@link #read} has audiences
   */
  public boolean isComplete() {
    return groups.total() == read().size();
  }

  /**
   * Whether nothing speaks against every member of every audience having been handled.
   *
   * @return true if this {@link #isComplete} and each verdict is {@link Verdict#CONSISTENT}, which
   *     says what this is worth
   */
  public boolean isConsistent() {
    return isComplete()
        && read().values().stream().allMatch(each -> each.verdict() == Verdict.CONSISTENT);
  }

  /** One line for a log. */
  String inWords() {
    return SummaryInWords.of(this, groups.total());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AudiencesSummary summary && groups.equals(summary.groups);
  }

  @Override
  public int hashCode() {
    return groups.hashCode();
  }

  /** One line for a log. It names at most ten audiences of each group, and no member. */
  @Override
  public String toString() {
    return "AudiencesSummary[" + inWords() + "]";
  }

  /** Audiences by group. The collections are copied, in their order. */
  record Groups(
      Map<String, TraversalReport> read,
      Set<String> notFound,
      Map<String, Failure> failed,
      Set<String> unfinished,
      Set<String> notBegun) {

    Groups {
      read = Collections.unmodifiableMap(new LinkedHashMap<>(read));
      notFound = Collections.unmodifiableSet(new LinkedHashSet<>(notFound));
      failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
      unfinished = Collections.unmodifiableSet(new LinkedHashSet<>(unfinished));
      notBegun = Collections.unmodifiableSet(new LinkedHashSet<>(notBegun));
    }

    int total() {
      return read.size() + notFound.size() + failed.size() + unfinished.size() + notBegun.size();
    }
  }

  /** Why an audience could not be read. Immutable and thread-safe, equal by value. */
  public static final class Failure {
    private final Class<? extends ThriveException> type;
    private final String message;

    Failure(ThriveException failure) {
      this.type = failure.getClass();
      this.message = failure.getMessage();
    }

    /**
     * The class of the exception.
     *
     * @return a class such as {@link io.github.thriveaudience.error.ServerErrorException}
     */
    public Class<? extends ThriveException> type() {
      return type;
    }

    /**
     * The message of the exception.
     *
     * @return what happened, to which environment and audience, and what to try
     */
    public String message() {
      return message;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Failure failure
          && type.equals(failure.type)
          && message.equals(failure.message);
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + message.hashCode();
    }

    @Override
    public String toString() {
      return type.getSimpleName() + ": " + message;
    }
  }
}
