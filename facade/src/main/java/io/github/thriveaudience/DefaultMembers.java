package io.github.thriveaudience;

import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.changes.ChangesReader;
import io.github.thriveaudience.internal.listing.Listing;
import io.github.thriveaudience.internal.listing.ListingOptions;
import io.github.thriveaudience.internal.listing.MemberIterator;
import io.github.thriveaudience.internal.listing.PageSource;
import io.github.thriveaudience.internal.listing.SnapshotReader;
import io.github.thriveaudience.internal.listing.VerifiedReader;
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
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Members whose pages a source reads. */
final class DefaultMembers implements Members {
  private static final int CHARACTERISTICS = Spliterator.ORDERED | Spliterator.NONNULL;

  private final Listing listing;

  /**
   * Members with the default options.
   *
   * @param threads run the requests for pages
   */
  DefaultMembers(PageSource source, Executor threads, Time time) {
    this(new Listing(source, threads, time, ListingOptions.DEFAULT));
  }

  private DefaultMembers(Listing listing) {
    this.listing = listing;
  }

  @Override
  public Members parallelism(int pages) {
    return with(listing.options().withParallelism(pages));
  }

  @Override
  public Members startingAt(int page) {
    return with(listing.options().withFirstPage(page));
  }

  @Override
  public Members resume(TraversalReport report) {
    return with(listing.options().withResumed(report, listing.subject()));
  }

  @Override
  public Members deadline(Duration deadline) {
    return with(listing.options().withDeadline(deadline));
  }

  @Override
  public Members onProgress(ProgressListener listener) {
    return with(listing.options().withListener(listener));
  }

  private Members with(ListingOptions changed) {
    return new DefaultMembers(listing.with(changed));
  }

  @Override
  public Iterator<AudienceMember> iterator() {
    return new MemberIterator(listing);
  }

  @Override
  public Stream<AudienceMember> stream() {
    MemberIterator members = new MemberIterator(listing);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(members, CHARACTERISTICS), false)
        .onClose(members::close);
  }

  @Override
  public TraversalReport read(Consumer<? super AudienceMember> consumer) {
    Objects.requireNonNull(consumer, "consumer");
    return new VerifiedReader(listing).read(consumer);
  }

  @Override
  public MembersSnapshot readAll(ReadPolicy policy) {
    Objects.requireNonNull(policy, "policy");
    return new SnapshotReader(listing, policy).read();
  }

  @Override
  public MembershipChanges changesSince(KnownMembers known, ChangePolicy policy) {
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(policy, "policy");
    return new ChangesReader(listing, known, policy).read();
  }

  @Override
  public MembersPage page(int page) {
    return listing.page(page);
  }

  @Override
  public String toString() {
    return "Members[" + listing.subject() + "]";
  }
}
