package io.github.thriveaudience.listing;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a traversal of an audience came to. Immutable.
 *
 * @param verdict whether what came is the whole, as far as can be known
 * @param evidence what the verdict rests on: whole sentences, at least one, without any member's
 *     data
 * @param members the members that were delivered
 * @param duplicates the members that were left out since they had come before, told by {@code
 *     userId}
 * @param pages the pages that were read
 * @param requests the requests that were sent for pages, with those that were repeated and those
 *     for pages that were not needed in the end; without those for tokens
 * @param firstTotalResults the number of members that the first page announced, or null if none
 *     came
 * @param lastTotalResults the number of members that the last page announced, or null if none came
 * @param nextPage the page to go on from if the traversal broke off, 1 or more: the first that was
 *     not delivered to its end; null if it did not break off
 * @serial exclude
 */
@SuppressWarnings("InvalidBlockTag") // It is one for classes, and so for records.
public record TraversalReport(
    Verdict verdict,
    List<String> evidence,
    long members,
    long duplicates,
    int pages,
    long requests,
    @Nullable Long firstTotalResults,
    @Nullable Long lastTotalResults,
    @Nullable Integer nextPage)
    implements Serializable {

  /**
   * A report; the list is copied.
   *
   * @param verdict whether what came is the whole
   * @param evidence what the verdict rests on
   * @param members the members that were delivered
   * @param duplicates the members that were left out
   * @param pages the pages that were read
   * @param requests the requests that were sent
   * @param firstTotalResults the number that the first page announced, or null
   * @param lastTotalResults the number that the last page announced, or null
   * @param nextPage the page to go on from, or null
   */
  public TraversalReport {
    evidence = List.copyOf(evidence);
  }
}
