package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.TraversalMemory;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.TraversalReportBuilder;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a reading delivers the whole audience: by the figures of the pages, and by the ids
 * and the number of the members. The report of a failed reading carries it, so that another reading
 * can continue with a copy. For one thread; after the end of its reading it is only copied.
 */
final class CompletenessCheck extends TraversalMemory {
  private final String subject;
  private final int firstPage;
  private final DeliveredMembers delivered;

  /** The members that {@code readAll} has read; null for {@code read}. */
  private final @Nullable List<AudienceMember> kept;

  private PageFigures figures = PageFigures.NONE;
  private EmptyPages emptyPages = EmptyPages.NONE;
  private int latestPage;
  private long requests;
  private boolean beyondTheEnd;

  /**
   * A check of a new reading.
   *
   * @param keeping whether the members are kept, for {@code readAll}
   */
  CompletenessCheck(String subject, int firstPage, boolean keeping) {
    this.subject = subject;
    this.firstPage = firstPage;
    this.delivered = new DeliveredMembers();
    this.kept = keeping ? new ArrayList<>() : null;
    this.latestPage = firstPage - 1;
  }

  /** A check of a reading that continues a failed one. */
  CompletenessCheck(CompletenessCheck failed) {
    this.subject = failed.subject;
    this.firstPage = failed.firstPage;
    this.delivered = new DeliveredMembers(failed.delivered);
    this.kept = failed.kept == null ? null : new ArrayList<>(failed.kept);
    this.figures = failed.figures;
    this.emptyPages = failed.emptyPages;
    this.latestPage = failed.latestPage;
    this.requests = failed.requests;
    this.beyondTheEnd = failed.beyondTheEnd;
  }

  /**
   * The check that the report of a failed reading carries.
   *
   * @param subject the audience that is to be read
   * @throws IllegalArgumentException if the report carries none, or is of another audience
   */
  static CompletenessCheck carriedBy(TraversalReport report, String subject) {
    if (report.nextPage() == null) {
      throw new IllegalArgumentException(
          "the report must be one of a failed reading: this one has no nextPage");
    }
    if (!(TraversalMemory.of(report) instanceof CompletenessCheck check)) {
      throw new IllegalArgumentException(
          "the report does not carry what was read, because it was made by hand or deserialized:"
              + " use startingAt(report.nextPage())");
    }
    if (!check.subject.equals(subject)) {
      throw new IllegalArgumentException(
          "the report is of " + check.subject + ", but the audience to read is " + subject);
    }
    return check;
  }

  @Nullable List<AudienceMember> kept() {
    return kept;
  }

  /**
   * Passes the members of the next page to a consumer, without duplicates.
   *
   * @return whether any was delivered
   */
  boolean deliver(MembersPage page, Consumer<? super AudienceMember> consumer) {
    boolean first = latestPage < firstPage;
    beyondTheEnd |= first && firstPage > 1 && page.members().isEmpty();
    latestPage = Math.max(latestPage, page.page());
    figures = figures.and(page);
    emptyPages = emptyPages.and(page);
    long before = delivered.members();
    delivered.deliver(page, consumer);
    return delivered.members() > before;
  }

  /** Whether a member was on one of the pages so far. */
  boolean hasListed(String userId) {
    return delivered.contains(userId);
  }

  /**
   * The report of a reading that has ended.
   *
   * @param sent the number of requests that this reading sent
   */
  TraversalReport report(long sent) {
    requests += sent;
    return toBuilder(null).build();
  }

  /**
   * The report of a reading that has failed.
   *
   * @param sent the number of requests that this reading sent
   * @param nextPage the page to continue with
   */
  TraversalReport failed(long sent, int nextPage) {
    requests += sent;
    return keptBy(toBuilder(nextPage)).build();
  }

  private TraversalReportBuilder toBuilder(@Nullable Integer nextPage) {
    return TraversalReport.builder()
        .verdict(verdict(nextPage))
        .evidence(evidence(nextPage))
        .members(delivered.members())
        .duplicates(delivered.duplicates())
        .pages(latestPage - firstPage + 1)
        .requests(requests)
        .firstTotalResults(figures.totalResults().first())
        .lastTotalResults(figures.totalResults().latest())
        .firstPage(firstPage)
        .nextPage(nextPage);
  }

  private Verdict verdict(@Nullable Integer nextPage) {
    long surplus = delivered.members() - figures.expectedFrom(firstPage);
    if (nextPage != null || firstPage > 1 || emptyPages.any() || surplus < 0) {
      return Verdict.INCOMPLETE;
    }
    return delivered.duplicates() > 0 || surplus > 0 || !figures.changes().isEmpty()
        ? Verdict.DRIFTED
        : Verdict.CONSISTENT;
  }

  private List<String> evidence(@Nullable Integer nextPage) {
    List<String> evidence = new ArrayList<>();
    if (nextPage != null) {
      evidence.add(Texts.format("The reading failed at page %d.", nextPage));
    }
    if (firstPage > 1) {
      evidence.add(firstPageInWords());
    }
    if (beyondTheEnd) {
      evidence.add(Texts.format("The list ends before page %d.", firstPage));
    }
    if (emptyPages.any()) {
      evidence.add(emptyPages.inWords());
    }
    evidence.addAll(figures.changes());
    evidence.add(duplicatesInWords());
    if (figures.totalResults().latest() != null) {
      evidence.add(membersInWords());
    }
    return evidence;
  }

  private String firstPageInWords() {
    return firstPage == 2
        ? "The reading started at page 2: it does not include page 1."
        : Texts.format(
            "The reading started at page %d: it does not include pages 1 to %d.",
            firstPage, firstPage - 1);
  }

  private String duplicatesInWords() {
    long duplicates = delivered.duplicates();
    return duplicates == 0
        ? "There were no duplicates."
        : counted(duplicates, "duplicate") + " left out.";
  }

  private String membersInWords() {
    long expected = figures.expectedFrom(firstPage);
    long surplus = delivered.members() - expected;
    String difference =
        surplus == 0
            ? "as many as the server announced"
            : Texts.format(
                "%d %s than the %d that the server announced",
                Math.abs(surplus), surplus < 0 ? "fewer" : "more", expected);
    String where = firstPage == 1 ? "" : Texts.format(" from page %d on", firstPage);
    return counted(delivered.members(), "member") + " delivered, " + difference + where + ".";
  }

  /** The beginning of a sentence, such as {@code 2 members were}. */
  private static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? " was" : "s were");
  }
}
