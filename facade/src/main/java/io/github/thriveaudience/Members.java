package io.github.thriveaudience;

import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.internal.AttemptListener;
import io.github.thriveaudience.internal.Texts;
import io.github.thriveaudience.internal.Time;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
  private final ReadingOptions options;

  /**
   * Members to read.
   *
   * @param threads what pages are read ahead on
   */
  Members(PageSource source, Executor threads, Time time) {
    this(source, threads, time, ReadingOptions.DEFAULT);
  }

  private Members(PageSource source, Executor threads, Time time, ReadingOptions options) {
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
   * Sets the page to begin with, in order to go on where an earlier traversal broke off. What is
   * read is then the rest of the audience, and a report speaks of that rest.
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
   * Sets who hears of each page of a traversal, for work that takes long. {@link #page} tells
   * nobody.
   *
   * @param listener is called on the thread that reads; default: nobody hears
   * @return a changed copy
   */
  public Members onProgress(ProgressListener listener) {
    return with(options.withListener(listener));
  }

  private Members with(ReadingOptions changed) {
    return new Members(source, threads, time, changed);
  }

  /**
   * Goes through all members, one request a page. No request is sent before the first {@code
   * hasNext()} or {@code next()}. Where a loop is left early, nothing more is asked for; what is
   * under way then ends when the garbage collector finds the iterator, which {@link #stream()} can
   * be told.
   *
   * <p>It ends with an exception where the server's figures show that members would be lost: a page
   * that is empty or another than was asked for, or a page size that changes on the way. It does
   * not count whether as many members came as the server announced, and does not leave out who
   * comes twice.
   *
   * @return an iterator for one thread, which starts anew at the first page
   */
  @Override
  public Iterator<AudienceMember> iterator() {
    return new MemberIterator(traversal(), source);
  }

  /**
   * Hands each member to a consumer, as {@link #iterator()} would. If the consumer throws, what is
   * under way is ended.
   *
   * @param consumer is called on this thread
   */
  @Override
  public void forEach(Consumer<? super AudienceMember> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    iterator().forEachRemaining(consumer);
  }

  /**
   * Streams all members, one request a page, as lazily as {@link #iterator()}.
   *
   * @return a sequential, ordered stream. It need not be closed; where it is left before its end,
   *     closing it ends what is under way at once
   */
  public Stream<AudienceMember> stream() {
    int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
    PageTraversal pages = traversal();
    Iterator<AudienceMember> iterator = new MemberIterator(pages, source);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(iterator, characteristics), false)
        .onClose(pages::close);
  }

  /**
   * Hands each member to a consumer, whatever their number in the same memory, and reports whether
   * they are all. Who comes again is left out, where it is noticed: among 16,384 members always,
   * among more if it was on the same page, the one before, or in a sample of the earlier ones.
   * Where that is not enough, use {@link #readAll()}.
   *
   * <p>If it fails, {@link io.github.thriveaudience.error.TraversalBrokenOffException#reportIn}
   * gives the report of what was read until then, with the page to go on from.
   *
   * @param consumer is called on this thread; what it throws ends the traversal
   * @return the report
   * @throws io.github.thriveaudience.error.ThriveException if the API or the way to it fails
   * @throws IllegalStateException if the client is closed
   */
  public TraversalReport read(Consumer<? super AudienceMember> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    return read(consumer, SeenIds.bounded());
  }

  /**
   * Reads all members once, and reports whether they are all.
   *
   * @return the members, each once, and the report, whose verdict may be any
   * @throws io.github.thriveaudience.error.ThriveException if the API or the way to it fails
   * @throws IllegalStateException if the client is closed
   */
  public MembersSnapshot readAll() {
    return readAll(ReadPolicy.once());
  }

  /**
   * Reads all members, again if the list changed meanwhile and the policy says so.
   *
   * @param policy what to do when the verdict is not {@code CONSISTENT}
   * @return the members, each once, and the report of the reading that they are from
   * @throws InconsistentListingException if the policy demands a consistent reading and none was;
   *     it has the last report
   * @throws io.github.thriveaudience.error.ThriveException if the API or the way to it fails
   * @throws IllegalStateException if the client is closed
   */
  public MembersSnapshot readAll(ReadPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    MembersSnapshot snapshot = snapshot();
    for (int reads = 1; reads < policy.maxReads() && !snapshot.isConsistent(); reads++) {
      snapshot = snapshot();
    }
    if (policy.mustBeConsistent() && !snapshot.isConsistent()) {
      throw inconsistent(policy.maxReads(), snapshot.report());
    }
    return snapshot;
  }

  private MembersSnapshot snapshot() {
    List<AudienceMember> members = new ArrayList<>();
    TraversalReport report = read(members::add, SeenIds.all());
    return new MembersSnapshot(members, report);
  }

  private InconsistentListingException inconsistent(int reads, TraversalReport last) {
    return new InconsistentListingException(
        Texts.format(
            "None of %d readings of %s was consistent. The last one was %s: %s",
            reads, source.subject(), last.verdict(), String.join(" ", last.evidence())),
        last);
  }

  private TraversalReport read(Consumer<? super AudienceMember> consumer, SeenIds seen) {
    return new MembersReader(traversal(), options.firstPage(), seen).read(consumer);
  }

  private PageTraversal traversal() {
    return new PageTraversal(source, threads, time, options);
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
   *     the calling thread is interrupted
   */
  public MembersPage page(int page) {
    ReadingOptions.requirePage(page);
    return source.read(page, AttemptListener.NONE);
  }

  @Override
  public String toString() {
    return "Members[" + source.subject() + "]";
  }
}
