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
import org.jspecify.annotations.Nullable;

/**
 * Checks whether what was delivered is the whole: by the figures of the pages, by the ids of the
 * members and by their number. The report of a reading that broke off carries it, so that another
 * reading can go on with a copy. For one thread; once its reading has ended, it is only copied.
 */
public final class CompletenessCheck extends TraversalMemory {
  private final String subject;
  private final int firstPage;
  private final PageFigures figures;
  private final EmptyPages emptyPages;
  private final DeliveredMembers deliveries;

  /** What {@code readAll} has read; null where a consumer has it. */
  private final @Nullable List<AudienceMember> kept;

  private int latestPage;
  private long requests;
  private boolean beyondTheEnd;

  /**
   * A check of a reading from its beginning.
   *
   * @param subject what messages call the audience
   * @param kept where {@code readAll} keeps what it reads, or null
   */
  CompletenessCheck(String subject, int firstPage, @Nullable List<AudienceMember> kept) {
    this.subject = subject;
    this.firstPage = firstPage;
    this.latestPage = firstPage - 1;
    this.figures = new PageFigures();
    this.emptyPages = new EmptyPages();
    this.deliveries = new DeliveredMembers();
    this.kept = kept;
  }

  private CompletenessCheck(CompletenessCheck before) {
    this.subject = before.subject;
    this.firstPage = before.firstPage;
    this.latestPage = before.latestPage;
    this.figures = before.figures.copy();
    this.emptyPages = before.emptyPages.copy();
    this.deliveries = before.deliveries.resumed();
    this.kept = before.kept == null ? null : new ArrayList<>(before.kept);
    this.requests = before.requests;
    this.beyondTheEnd = before.beyondTheEnd;
  }

  /**
   * What the report of a reading carries.
   *
   * @param subject the audience that is to be read
   * @throws IllegalArgumentException if there is nothing to go on from, or it is another audience
   */
  public static CompletenessCheck carriedBy(TraversalReport report, String subject) {
    if (report.nextPage() == null) {
      throw new IllegalArgumentException(
          "the report must be of a reading that broke off: this one has no nextPage");
    }
    if (!(TraversalMemory.of(report) instanceof CompletenessCheck memory)) {
      throw new IllegalArgumentException(
          "the report does not carry what was read: it was made by hand or deserialized."
              + " Use startingAt(report.nextPage())");
    }
    if (!memory.subject.equals(subject)) {
      throw new IllegalArgumentException(
          "the report is of " + memory.subject + ", and this is " + subject);
    }
    return memory;
  }

  /** One that goes on where this one broke off. */
  CompletenessCheck resumed() {
    return new CompletenessCheck(this);
  }

  @Nullable List<AudienceMember> kept() {
    return kept;
  }

  /** Takes the figures of the next page. */
  void begin(MembersPage page) {
    boolean first = latestPage < firstPage;
    beyondTheEnd |= first && firstPage > 1 && page.members().isEmpty();
    latestPage = Math.max(latestPage, page.page());
    figures.announcedBy(page);
    emptyPages.read(page);
    deliveries.begin(page);
  }

  /** Whether a member has not been delivered before; {@link #delivered} follows. */
  boolean isNew(AudienceMember member) {
    return deliveries.isNew(member.userId());
  }

  void delivered() {
    deliveries.delivered();
  }

  /** All members of the page have been looked at. */
  void end() {
    deliveries.end();
  }

  /** The members that were delivered. */
  long members() {
    return deliveries.members();
  }

  /**
   * The report, after which nothing more is checked.
   *
   * @param sent the requests that were sent
   */
  TraversalReport report(long sent) {
    requests += sent;
    return toBuilder(null).build();
  }

  /**
   * The report of a reading that breaks off, after which nothing more is checked.
   *
   * @param sent the requests that were sent
   * @param nextPage the page to go on from
   */
  TraversalReport brokenOff(long sent, int nextPage) {
    requests += sent;
    return keptBy(toBuilder(nextPage)).build();
  }

  private TraversalReportBuilder toBuilder(@Nullable Integer nextPage) {
    return TraversalReport.builder()
        .verdict(verdict(nextPage))
        .evidence(evidence(nextPage))
        .members(members())
        .duplicates(deliveries.duplicates())
        .pages(latestPage - firstPage + 1)
        .requests(requests)
        .firstTotalResults(figures.firstTotal())
        .lastTotalResults(figures.lastTotal())
        .firstPage(firstPage)
        .nextPage(nextPage);
  }

  private Verdict verdict(@Nullable Integer nextPage) {
    long expected = figures.expectedFrom(firstPage);
    if (nextPage != null || firstPage > 1 || emptyPages.any() || members() < expected) {
      return Verdict.INCOMPLETE;
    }
    return deliveries.duplicates() > 0 || members() > expected || figures.anyChanged()
        ? Verdict.DRIFTED
        : Verdict.CONSISTENT;
  }

  private List<String> evidence(@Nullable Integer nextPage) {
    List<String> evidence = new ArrayList<>();
    if (nextPage != null) {
      evidence.add(Texts.format("The traversal broke off at page %d.", nextPage));
    }
    if (firstPage > 1) {
      evidence.add(beginningInWords());
    }
    if (beyondTheEnd) {
      evidence.add("The list ends before the page that the traversal began with.");
    }
    if (emptyPages.any()) {
      evidence.add(emptyPages.inWords());
    }
    evidence.addAll(figures.changesInWords());
    evidence.add(duplicatesInWords());
    if (figures.lastTotal() != null) {
      evidence.add(countInWords());
    }
    return evidence;
  }

  private String beginningInWords() {
    return firstPage == 2
        ? "The reading began at page 2: page 1 is not part of it."
        : Texts.format(
            "The reading began at page %d: pages 1 to %d are not part of it.",
            firstPage, firstPage - 1);
  }

  private String duplicatesInWords() {
    long duplicates = deliveries.duplicates();
    return duplicates == 0 ? "No member came twice." : count(duplicates) + " came again.";
  }

  private String countInWords() {
    long expected = figures.expectedFrom(firstPage);
    String came = count(members()) + " came, ";
    String where = firstPage == 1 ? "" : Texts.format(" from page %d on", firstPage);
    if (members() == expected) {
      return came + "as many as the server announced" + where + ".";
    }
    return came
        + Texts.format(
            "%d %s than the %d that the server announced%s.",
            Math.abs(members() - expected),
            members() < expected ? "fewer" : "more",
            expected,
            where);
  }

  private static String count(long members) {
    return members == 1 ? "1 member" : members + " members";
  }
}
