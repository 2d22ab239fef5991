package io.github.thriveaudience;

import io.github.thriveaudience.internal.call.AttemptListener;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.CompletenessCheck;
import io.github.thriveaudience.internal.listing.ListingDeadline;
import io.github.thriveaudience.internal.listing.ListingOptions;
import io.github.thriveaudience.internal.listing.MemberIterator;
import io.github.thriveaudience.internal.listing.PageRequest;
import io.github.thriveaudience.internal.listing.PageSource;
import io.github.thriveaudience.internal.listing.PageTask;
import io.github.thriveaudience.internal.listing.PageTraversal;
import io.github.thriveaudience.internal.listing.SnapshotReader;
import io.github.thriveaudience.internal.listing.VerifiedReader;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The members of one audience, described and not yet read: each iteration, stream or page sends its
 * own requests when it is read. Immutable, safe to share between threads.
 *
 * <pre>{@code
 * for (AudienceMember member : thrive.members("tech-team")) {
 *   System.out.println(member.userId());
 * }
 *
 * MembersSnapshot all = thrive.members("tech-team").parallelism(8).readAll();
 * }</pre>
 *
 * <p>While the caller works on a page, the next one is under way on a thread of the client's own: a
 * virtual one where Java has them, from 21 on. Nothing is sent before the first member is wanted,
 * and nothing more once the caller stops.
 *
 * <p>The API promises no order, and the list can change between two pages: a member who joins or
 * leaves while several pages are read can shift others, so that one is missed or comes twice.
 * {@link #readAll()} and {@link #read} say whether that happened, as far as it can be known.
 *
 * <p>Reading throws a {@link io.github.thriveaudience.error.ThriveException} when the API or the
 * way to it fails, and {@link IllegalStateException} when the client is closed. After an exception
 * from an iterator the members that it returned so far are a part of the audience, never the whole.
 */
public final class Members implements Iterable<AudienceMember> {
  private final PageSource source;
  private final Executor threads;
  private final Time time;
  private final ListingOptions options;

  /**
   * Members to read.
   *
   * @param threads what pages are read ahead on
   */
  Members(PageSource source, Executor threads, Time time) {
    this(source, threads, time, ListingOptions.DEFAULT);
  }

  private Members(PageSource source, Executor threads, Time time, ListingOptions options) {
    this.source = source;
    this.threads = threads;
    this.time = time;
    this.options = options;
  }

  /**
   * Sets how many pages may be under way at once. They come in order all the same, and no more than
   * this number and one are held, however slow the caller. Each 429 halves the number for a while,
   * for new requests and for those that are repeated. The more there are, the shorter the reading,
   * and the less a change of the list gets between.
   *
   * @param pages 1 to 32; default 1: while the caller works on one page, the next one is under way
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public Members parallelism(int pages) {
    return with(options.withParallelism(pages));
  }

  /**
   * Sets the page to begin with. What is read is then a part of the audience, and a report says so:
   * its verdict is {@code INCOMPLETE} unless this is 1. To go on where {@link #read} or {@link
   * #readAll()} broke off, and to have a report of the whole, use {@link #resume}; of the two, the
   * one that is called last counts.
   *
   * @param page the number of the page, counted from 1; default 1; beyond the last one, nothing is
   *     read
   * @return a changed copy
   * @throws IllegalArgumentException if it is below 1
   */
  public Members startingAt(int page) {
    return with(options.withFirstPage(page));
  }

  /**
   * Goes on where a reading broke off: at the {@code nextPage()} of its report, with what that
   * report remembers. The next {@link #read}, or {@link #readAll()} if the report is one of {@code
   * readAll}, delivers only members that were not delivered before, and gives one report for both
   * parts, with the verdict on the whole. A member whose consumer failed counts as not delivered.
   * Should the reading break off again, its report can be resumed in turn. A report can be resumed
   * more than once, each time from the same place.
   *
   * <p>Of readings that are resumed, {@code readAll} gives all members, those from before as well.
   * The list has had more time to change: resume soon, or read again.
   *
   * @param brokenOff the report that {@link io.github.thriveaudience.error.ThriveException#report}
   *     of a failed reading has, and {@link ProgressListener#readFailed} is notified of
   * @return a changed copy, for {@code read} or {@code readAll} alone
   * @throws IllegalArgumentException if the report is not of a reading that broke off, does not
   *     carry what was read since it was made by hand or deserialized, or is of another audience
   */
  public Members resume(TraversalReport brokenOff) {
    CompletenessCheck before = CompletenessCheck.carriedBy(brokenOff, source.subject());
    int nextPage = Objects.requireNonNull(brokenOff.nextPage());
    return with(options.withResumed(before, nextPage));
  }

  /**
   * Sets how long a whole reading may take, from its first request on, with all pages, retries and
   * waits, with the time that the caller takes between pages, and in {@link #readAll(ReadPolicy)}
   * with every repetition. What takes longer ends with a {@link
   * io.github.thriveaudience.error.ThriveTimeoutException}, which says how far it came, and
   * requests in flight are cancelled. The members of a page that has been read are delivered all
   * the same.
   *
   * @param longest more than zero, at most 7 days; default: none
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  public Members deadline(Duration longest) {
    return with(options.withDeadline(longest));
  }

  /**
   * Sets who hears of each page of a traversal, for work that takes long. {@link #page} tells
   * nobody.
   *
   * @param listener is called on the thread that reads; default: nobody hears
   * @return a changed copy
   */
  public Members onProgress(ProgressListener listener) {
    return with(options.withListener(listener));
  }

  private Members with(ListingOptions changed) {
    return new Members(source, threads, time, changed);
  }

  /**
   * Goes through all members, one request a page. No request is sent before the first {@code
   * hasNext()} or {@code next()}. Where a loop is left early, nothing more is asked for; what is
   * under way then ends when the garbage collector finds the iterator, which {@link #stream()} can
   * be told.
   *
   * <p>It ends with an exception where the server's figures show that members would be lost: a page
   * that is empty or another than was asked for, a page size that changes on the way, or a list
   * that has no end. It does not count whether as many members came as the server announced, and
   * does not leave out who comes twice.
   *
   * <p>{@code hasNext()} and {@code next()} throw what {@link #page} does. After an exception they
   * go on with the page that failed.
   *
   * @return an iterator for one thread, which starts anew at the first page
   * @throws IllegalStateException if this is to {@link #resume} a reading
   */
  @Override
  public Iterator<AudienceMember> iterator() {
    options.requireNotResumed();
    return new MemberIterator(traversal(false, newDeadline()), source);
  }

  /**
   * Hands each member to a consumer, as {@link #iterator()} would. If the consumer throws, what is
   * under way is ended.
   *
   * @param consumer is called on this thread
   * @throws io.github.thriveaudience.error.ThriveException if the API or the way to it fails, as
   *     for {@link #page}
   * @throws IllegalStateException if the client is closed, or this is to {@link #resume} a reading
   */
  @Override
  public void forEach(Consumer<? super AudienceMember> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    iterator().forEachRemaining(consumer);
  }

  /**
   * Streams all members, one request a page, as lazily as {@link #iterator()}, and throws what that
   * does. Once it is closed, on any thread, what is left of it throws an {@link
   * IllegalStateException}, unless every member had been delivered.
   *
   * @return a sequential, ordered stream. It need not be closed; where it is left before its end,
   *     closing it ends what is under way at once
   * @throws IllegalStateException if this is to {@link #resume} a reading
   */
  public Stream<AudienceMember> stream() {
    options.requireNotResumed();
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    PageTraversal pages = traversal(false, newDeadline());
    Iterator<AudienceMember> iterator = new MemberIterator(pages, source);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(iterator, characteristics), false)
        .onClose(pages::close);
  }

  /**
   * Hands each member to a consumer, once, and reports whether they are all. It holds no more than
   * the pages in flight and the ids that were delivered: at most 32 bytes a member.
   *
   * <p>If it fails, {@link io.github.thriveaudience.error.ThriveException#report} has the report of
   * what was read until then, which {@link #resume} goes on from. {@link
   * ProgressListener#readFailed} is notified of it whatever the failure is.
   *
   * @param consumer is called on this thread; what it throws ends the traversal
   * @return the report
   * @throws io.github.thriveaudience.error.ThriveException if the API or the way to it fails
   * @throws IllegalStateException if the client is closed, or this is to resume a {@code readAll}
   */
  public TraversalReport read(Consumer<? super AudienceMember> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    options.requireReadable();
    return reader(false, newDeadline()).read(consumer);
  }

  /**
   * Reads all members once, and reports whether they are all.
   *
   * @return the members, each once, and the report, whose verdict may be any
   * @throws io.github.thriveaudience.error.ThriveException if the API or the way to it fails
   * @throws IllegalStateException if the client is closed, or this is to resume a {@code read}
   */
  public MembersSnapshot readAll() {
    return readAll(ReadPolicy.once());
  }

  /**
   * Reads all members, again if the list changed meanwhile and the policy says so.
   *
   * @param policy what to do when the verdict is not {@code CONSISTENT}
   * @return the members, each once, and the report of the reading that they are from
   * @throws io.github.thriveaudience.error.InconsistentListingException if the policy demands a
   *     consistent reading and none was; it has what the last one delivered
   * @throws io.github.thriveaudience.error.ThriveException if the API or the way to it fails
   * @throws IllegalStateException if the client is closed, this is to resume a {@code read}, or the
   *     policy demands a consistent reading of what begins behind the first page
   */
  public MembersSnapshot readAll(ReadPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    options.requireReadableAtOnce(policy);
    ListingDeadline deadline = newDeadline();
    return new SnapshotReader(
            source, policy, deadline, options.listener(), () -> reader(true, deadline))
        .read();
  }

  private VerifiedReader reader(boolean keeping, ListingDeadline deadline) {
    return new VerifiedReader(
        traversal(true, deadline),
        options.firstPage(),
        options.newCheck(source.subject(), keeping));
  }

  private PageTraversal traversal(boolean gapsAllowed, ListingDeadline deadline) {
    return new PageTraversal(source, threads, time, options, gapsAllowed, deadline);
  }

  private ListingDeadline newDeadline() {
    return new ListingDeadline(options.deadline(), time);
  }

  /**
   * Reads one page, by one request.
   *
   * @param page the number of the page, counted from 1; beyond the last one, a page without members
   * @return the page
   * @throws IllegalArgumentException if {@code page} is below 1
   * @throws IllegalStateException if the client is closed
   * @throws io.github.thriveaudience.error.ThriveApiException if the API answers with an error; a
   *     subclass for each documented status
   * @throws io.github.thriveaudience.error.MalformedResponseException if the answer is not what the
   *     API reference describes
   * @throws io.github.thriveaudience.error.TokenRequestException if no access token is issued
   * @throws io.github.thriveaudience.error.ThriveConnectionException if no whole answer comes, or
   *     none within the {@link #deadline}
   * @throws io.github.thriveaudience.error.ThriveInterruptedException if the calling thread is
   *     interrupted
   */
  public MembersPage page(int page) {
    ListingOptions.requirePage(page);
    PageRequest request = new PageRequest(page, false, AttemptListener.NONE);
    return options.deadline() == null
        ? source.read(request)
        : PageTask.read(source, request, threads, newDeadline());
  }

  @Override
  public String toString() {
    return "Members[" + source.subject() + "]";
  }
}
