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

/** Members whose pages come from a source. */
final class DefaultMembers implements Members {
  private static final int CHARACTERISTICS = Spliterator.ORDERED | Spliterator.NONNULL;

  private final PageSource source;
  private final Executor threads;
  private final Time time;
  private final ListingOptions options;

  /**
   * Members to read.
   *
   * @param threads run the requests for pages
   */
  DefaultMembers(PageSource source, Executor threads, Time time) {
    this(source, threads, time, ListingOptions.DEFAULT);
  }

  private DefaultMembers(PageSource source, Executor threads, Time time, ListingOptions options) {
    this.source = source;
    this.threads = threads;
    this.time = time;
    this.options = options;
  }

  @Override
  public Members parallelism(int pages) {
    return with(options.withParallelism(pages));
  }

  @Override
  public Members startingAt(int page) {
    return with(options.withFirstPage(page));
  }

  @Override
  public Members resume(TraversalReport report) {
    CompletenessCheck before = CompletenessCheck.carriedBy(report, source.subject());
    return with(options.withResumed(before, Objects.requireNonNull(report.nextPage())));
  }

  @Override
  public Members deadline(Duration deadline) {
    return with(options.withDeadline(deadline));
  }

  @Override
  public Members onProgress(ProgressListener listener) {
    return with(options.withListener(listener));
  }

  private Members with(ListingOptions changed) {
    return new DefaultMembers(source, threads, time, changed);
  }

  @Override
  public Iterator<AudienceMember> iterator() {
    return iterator(newLoop());
  }

  @Override
  public Stream<AudienceMember> stream() {
    PageTraversal pages = newLoop();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(iterator(pages), CHARACTERISTICS), false)
        .onClose(pages::close);
  }

  private PageTraversal newLoop() {
    options.requireNotResumed();
    return traversal(false, newDeadline());
  }

  private Iterator<AudienceMember> iterator(PageTraversal pages) {
    return new MemberIterator(pages, source);
  }

  @Override
  public TraversalReport read(Consumer<? super AudienceMember> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    options.requireReadable();
    return reader(false, newDeadline()).read(consumer);
  }

  @Override
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

  @Override
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
