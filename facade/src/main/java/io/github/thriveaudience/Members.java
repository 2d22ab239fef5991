package io.github.thriveaudience;

import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.ProgressListener;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The members of one audience, described and not yet read: each iteration, stream or page sends its
 * own requests when it is read. Immutable and thread-safe.
 *
 * <pre>{@code
 * for (AudienceMember member : thrive.members("tech-team")) {
 *   System.out.println(member.userId());
 * }
 *
 * MembersSnapshot all = thrive.members("tech-team").parallelism(8).readAll();
 * }</pre>
 *
 * <p>A listing reads its pages on threads of the client, ahead of the caller: while the caller
 * works on one page, the next one is in flight. It sends nothing before the first member is wanted,
 * and nothing more once the caller stops. The threads are virtual from Java 21 on. They take over
 * nothing of the caller's context: no thread-locals, inheritable ones included, and no MDC; which
 * context class loader they have is not specified. Listeners of the client are notified there,
 * while consumers and {@link ProgressListener}s run on the caller's thread.
 *
 * <p>The API promises no order, and the list can change between two pages: a member who joins or
 * leaves during a reading can shift others, so that one is missed or delivered twice. {@link
 * #readAll()} and {@link #read} report whether that happened, as far as it can be known.
 *
 * <p>After an exception the members delivered so far are a part of the audience, never the whole.
 *
 * <p>Users may implement this interface, for fakes and wrappers: methods that later versions add
 * are {@code default}.
 */
public interface Members extends Iterable<AudienceMember> {

  /**
   * Sets how many pages may be in flight at once. The limit is per listing: each iteration, stream
   * or reading has its own. Pages are delivered in order, and no more than this number and one are
   * held, however slow the caller. If the API throttles the client, requests wait for their turn,
   * and the listings of the client take turns. More parallelism shortens the reading, so that fewer
   * changes of the list fall into it.
   *
   * @param pages 1 to 32; default 1: while the caller works on one page, the next one is in flight
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  Members parallelism(int pages);

  /**
   * Sets the first page. What is read is then a part of the audience, and a report says so: its
   * verdict is {@code INCOMPLETE} unless this is 1. To continue a failed {@link #read} or {@link
   * #readAll()}, and to have a report of the whole, use {@link #resume}; of the two, the last call
   * counts.
   *
   * @param page the number of the page, counted from 1; default 1; beyond the last one, nothing is
   *     read
   * @return a changed copy
   * @throws IllegalArgumentException if it is below 1
   */
  Members startingAt(int page);

  /**
   * Continues a failed reading at the {@code nextPage()} of its report, with what the report
   * remembers. The next {@link #read}, or {@link #readAll()} if the report is one of {@code
   * readAll}, delivers only members that were not delivered before, and gives one report for both
   * parts, with the verdict on the whole. A member whose consumer failed counts as not delivered.
   * If the reading fails again, its report can be resumed in turn. A report can be resumed more
   * than once, each time from the same place.
   *
   * <p>A resumed {@code readAll} gives all members, those from before included. The list has had
   * more time to change: resume soon, or read again.
   *
   * @param report the report of the failed reading, from {@link
   *     io.github.thriveaudience.error.ThriveException#report} or {@link
   *     ProgressListener#readFailed}
   * @return a changed copy, for {@code read} or {@code readAll} alone
   * @throws IllegalArgumentException if the report is not one of a failed reading, is one of
   *     another audience, or does not carry what was read, because it was made by hand or
   *     deserialized
   */
  Members resume(TraversalReport report);

  /**
   * Sets the maximum time of a whole reading, from its first request on: all pages, retries and
   * waits, the time that the caller takes between pages, and every repetition in {@link
   * #readAll(ReadPolicy)}. A longer reading ends with a {@link
   * io.github.thriveaudience.error.ThriveTimeoutException}, which says how far it came, and
   * requests in flight are cancelled. The members of a page that has been read are still delivered.
   *
   * @param deadline more than zero, at most 7 days; default: none
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  Members deadline(Duration deadline);

  /**
   * Sets a listener that is notified of the progress of a reading, iteration or stream, but not of
   * {@link #page}. It replaces an earlier one.
   *
   * @param listener called on the thread that reads; what it throws ends the reading; default: none
   * @return a changed copy
   */
  Members onProgress(ProgressListener listener);

  /**
   * Iterates over all members, lazily, one page at a time. The first {@code hasNext()} or {@code
   * next()} sends the first request. Leaving a loop early stops further requests; requests in
   * flight then end when the garbage collector finds the iterator. A {@link #stream()} can be
   * closed.
   *
   * <p>The iterator fails where the server's figures show that members would be lost: a page that
   * is empty or not the requested one, a page size that changes, or a list without an end. It does
   * not compare the number of members with the announced one, and it does not leave out duplicates.
   *
   * <p>{@code hasNext()} and {@code next()} throw the exceptions below. After one they continue
   * with the page that failed.
   *
   * @return an iterator for one thread, which begins with the first page
   * @throws io.github.thriveaudience.error.ThriveException if the API or the connection fails, for
   *     the reasons that {@link #page} lists
   * @throws IllegalStateException if the client is closed; at once if this {@linkplain #resume
   *     resumes} a reading
   */
  @Override
  Iterator<AudienceMember> iterator();

  /**
   * Passes each member to a consumer, in the way of {@link #iterator()}. If the consumer throws,
   * requests in flight are cancelled.
   *
   * @param consumer called on the calling thread
   * @throws io.github.thriveaudience.error.ThriveException if the API or the connection fails, for
   *     the reasons that {@link #page} lists
   * @throws IllegalStateException if the client is closed, or this {@linkplain #resume resumes} a
   *     reading
   */
  @Override
  default void forEach(Consumer<? super AudienceMember> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    iterator().forEachRemaining(consumer);
  }

  /**
   * Streams all members, as lazily as {@link #iterator()}. A terminal operation throws the
   * exceptions below. Once the stream is closed, on any thread, the rest of it throws {@link
   * IllegalStateException}, unless every member had been delivered.
   *
   * @return a sequential, ordered stream. It need not be closed; closing it before its end cancels
   *     requests in flight at once
   * @throws io.github.thriveaudience.error.ThriveException if the API or the connection fails, for
   *     the reasons that {@link #page} lists
   * @throws IllegalStateException if the client is closed; at once if this {@linkplain #resume
   *     resumes} a reading
   */
  Stream<AudienceMember> stream();

  /**
   * Passes each member to a consumer, without duplicates, and reports whether they are all. It
   * holds no more than the pages in flight and the ids that were delivered: at most 32 bytes a
   * member.
   *
   * <p>If it fails, {@link io.github.thriveaudience.error.ThriveException#report} is the report of
   * what was read until then, for {@link #resume}. {@link ProgressListener#readFailed} is notified
   * of that report whatever the exception, the consumer's own included.
   *
   * @param consumer called on the calling thread; what it throws ends the reading
   * @return the report
   * @throws io.github.thriveaudience.error.ThriveException if the API or the connection fails, for
   *     the reasons that {@link #page} lists
   * @throws IllegalStateException if the client is closed, or this resumes a {@code readAll}
   */
  TraversalReport read(Consumer<? super AudienceMember> consumer);

  /**
   * Reads all members once, and reports whether they are all.
   *
   * @return the members without duplicates, and the report, whose verdict may be any
   * @throws io.github.thriveaudience.error.ThriveException if the API or the connection fails, for
   *     the reasons that {@link #page} lists; its report is for {@link #resume}, as for {@link
   *     #read}
   * @throws IllegalStateException if the client is closed, or this resumes a {@code read}
   */
  default MembersSnapshot readAll() {
    return readAll(ReadPolicy.once());
  }

  /**
   * Reads all members, and reads them again if the list changed and the policy says so.
   *
   * @param policy what to do when the verdict is not {@code CONSISTENT}
   * @return the members without duplicates, and the report of the reading that they are from
   * @throws io.github.thriveaudience.error.InconsistentListingException if the policy demands a
   *     consistent reading and none was; it has what the last one delivered
   * @throws io.github.thriveaudience.error.ThriveException if the API or the connection fails, for
   *     the reasons that {@link #page} lists; its report is for {@link #resume}, as for {@link
   *     #read}
   * @throws IllegalStateException if the client is closed, this resumes a {@code read}, or the
   *     policy demands a consistent reading and this does not begin with the first page
   */
  MembersSnapshot readAll(ReadPolicy policy);

  /**
   * Compares the members with those that the caller knows, with {@link ChangePolicy#defaults}: see
   * {@link #changesSince(KnownMembers, ChangePolicy)}.
   *
   * @param known the members that the caller's system has
   * @return who joined, who left and who has another reference or e-mail address
   */
  default MembershipChanges changesSince(KnownMembers known) {
    return changesSince(known, ChangePolicy.defaults());
  }

  /**
   * Compares the members with those that the caller knows. It reads the audience until a reading is
   * consistent, and again if known members are absent, as often as the policy requires to prove
   * that they have left. Besides the known members it holds what {@link #read} holds, and the
   * members who are not as they were known.
   *
   * <p>The {@link #deadline} is for all readings together, and the {@linkplain #onProgress
   * listener} is notified of the pages of each. If a reading fails, the whole does, and nothing is
   * reported as changed.
   *
   * @param known the members that the caller's system has
   * @param policy what proves that somebody has left, and how many may leave at once
   * @return who joined, who left and who has another reference or e-mail address
   * @throws io.github.thriveaudience.error.TooManyLeaversException if more members left than the
   *     policy allows, or the audience is empty and was not; it has the changes
   * @throws io.github.thriveaudience.error.ThriveException if the API or the connection fails, for
   *     the reasons that {@link #page} lists; a {@link
   *     io.github.thriveaudience.error.NotFoundException} if there is no such audience
   * @throws IllegalArgumentException if {@code known} is a {@link
   *     io.github.thriveaudience.listing.MembershipState} of another audience or environment; no
   *     request is sent then
   * @throws IllegalStateException if the client is closed, or this does not begin with the first
   *     page
   */
  MembershipChanges changesSince(KnownMembers known, ChangePolicy policy);

  /**
   * Reads one page: on the calling thread, or with a {@link #deadline} on a thread of the client.
   *
   * @param page the number of the page, counted from 1; beyond the last one, a page without members
   * @return the page
   * @throws IllegalArgumentException if {@code page} is below 1
   * @throws IllegalStateException if the client is closed, even during the call
   * @throws io.github.thriveaudience.error.ThriveApiException if the API responds with an error; a
   *     subclass for each documented status
   * @throws io.github.thriveaudience.error.MalformedResponseException if the response is not what
   *     the API reference describes
   * @throws io.github.thriveaudience.error.TokenRequestException if no access token is issued
   * @throws io.github.thriveaudience.error.SupplierFailedException if a supplier fails that was
   *     given to the builder
   * @throws io.github.thriveaudience.error.ThriveConnectionException if no complete response
   *     arrives, or none within the {@link #deadline}
   * @throws io.github.thriveaudience.error.ThriveInterruptedException if the calling thread is
   *     interrupted
   */
  MembersPage page(int page);
}
