package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.ListingEvent;
import io.github.thriveaudience.event.ListingInfo;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.model.AudienceMembers;
import io.github.thriveaudience.model.Pagination;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Pages without a server. By default each is returned at once, has ten members and no fault.
 * Records the requests and the waits.
 */
public final class FakePages implements PageSource {
  public static final int PER_PAGE = 10;

  /** The numbers of the requested pages, in the order of the requests. */
  public final List<Integer> requested = new CopyOnWriteArrayList<>();

  /** The waits between two readings, which take no time. */
  public final List<Duration> waits = new CopyOnWriteArrayList<>();

  private final Function<PageRequest, MembersPage> pages;
  private String subject = "audience \"tech-team\" of TEST";
  private IntConsumer beforeEach = page -> {};
  private Pause pause = () -> {};
  private ClientListener listener = new ClientListener() {};
  private int retriedPage;
  private volatile boolean closed;

  /** What happens during a wait. */
  public interface Pause {
    void run() throws InterruptedException;
  }

  private FakePages(Function<PageRequest, MembersPage> pages) {
    this.pages = pages;
  }

  /** An audience whose members are numbered from 0. */
  public static FakePages of(int total) {
    return returning(number -> page(total, number));
  }

  /** The pages that a function returns for their numbers. */
  public static FakePages returning(IntFunction<MembersPage> pages) {
    return responding(request -> pages.apply(request.page()));
  }

  /** The pages that a function returns for the requests. */
  public static FakePages responding(Function<PageRequest, MembersPage> pages) {
    return new FakePages(pages);
  }

  /** An audience that cannot be read. */
  public static FakePages failing(RuntimeException failure) {
    return of(0)
        .beforeEach(
            page -> {
              throw failure;
            });
  }

  /** Pages that announce these figures and have these numbers of members, later pages none. */
  public static FakePages filtered(int total, int totalPages, Integer... counts) {
    return responding(
        request -> {
          int page = request.page();
          int count = page <= counts.length ? counts[page - 1] : 0;
          List<String> ids = ids(page * PER_PAGE, page * PER_PAGE + count);
          return validated(request, ids, PER_PAGE, total, totalPages);
        });
  }

  /** The name of the audience in messages. */
  public FakePages named(String name) {
    subject = name;
    return this;
  }

  /** Runs an action before each page is returned, after those that were given before. */
  public FakePages beforeEach(IntConsumer action) {
    beforeEach = beforeEach.andThen(action);
    return this;
  }

  /** Fails whenever this page is requested. */
  public FakePages failingAt(int page, RuntimeException failure) {
    return beforeEach(
        number -> {
          if (number == page) {
            throw failure;
          }
        });
  }

  /** Fails once when this page is requested. */
  public FakePages failingOnceAt(int page, RuntimeException failure) {
    AtomicBoolean failed = new AtomicBoolean();
    return beforeEach(
        number -> {
          if (number == page && !failed.getAndSet(true)) {
            throw failure;
          }
        });
  }

  /** Fails once at each of these pages. */
  public FakePages failingOnceAt(int... failing) {
    for (int page : failing) {
      failingOnceAt(page, new MalformedResponseException("no luck"));
    }
    return this;
  }

  /** Needs two requests for this page. */
  public FakePages retriedAt(int page) {
    retriedPage = page;
    return this;
  }

  /** Runs an action during each wait. */
  public FakePages onPause(Pause action) {
    pause = action;
    return this;
  }

  /** Behaves as the pages of a closed client from now on. */
  public void close() {
    closed = true;
  }

  /** Lets a listener follow the listings. */
  public FakePages followedBy(ClientListener follower) {
    listener = follower;
    return this;
  }

  @Override
  public Span<ListingEvent> startListing(ListingInfo listing) {
    return listener.startListing(listing);
  }

  @Override
  public MembersPage read(PageRequest request) {
    requested.add(request.page());
    request.owner().sent();
    if (request.page() == retriedPage) {
      request.owner().sent();
    }
    beforeEach.accept(request.page());
    return pages.apply(request);
  }

  @Override
  public void pause(Duration wait) throws InterruptedException {
    waits.add(wait);
    pause.run();
  }

  @Override
  public void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this client is closed");
    }
  }

  @Override
  public String subject() {
    return subject;
  }

  @Override
  public String audience() {
    return "tech-team";
  }

  @Override
  public String environment() {
    return "TEST";
  }

  /** Prefetches the pages of an iteration. */
  PagePrefetcher prefetcher(Executor threads, int parallelism) {
    ListingOptions options = ListingOptions.DEFAULT.withParallelism(parallelism);
    Listing listing = new Listing(this, threads, Time.SYSTEM, options);
    return new PagePrefetcher(listing, false, new ListingDeadline(listing), 1);
  }

  /** A page of an audience whose members are numbered from 0. */
  public static MembersPage page(int total, int page) {
    int last = Math.min(page * PER_PAGE, total);
    return page(ids((page - 1) * PER_PAGE, last), page, PER_PAGE, total);
  }

  /** A page of these members. */
  public static MembersPage page(List<String> all, int page, int perPage) {
    int from = Math.min(all.size(), (page - 1) * perPage);
    int to = Math.min(all.size(), page * perPage);
    return page(all.subList(from, to), page, perPage, all.size());
  }

  /** A page with these members and figures. */
  public static MembersPage page(List<String> ids, int page, int perPage, int total) {
    return MembersPage.of(members(ids), page, perPage, total, (total + perPage - 1) / perPage);
  }

  /** A page with these members and figures, which passed the checks. */
  public static MembersPage validated(
      PageRequest request, List<String> ids, int perPage, int total, int totalPages) {
    Pagination figures =
        Pagination.builder()
            .page(BigDecimal.valueOf(request.page()))
            .perPage(BigDecimal.valueOf(perPage))
            .totalResults(BigDecimal.valueOf(total))
            .totalPages(BigDecimal.valueOf(totalPages))
            .build();
    return new PageValidator(MalformedResponseException::new)
        .check(
            AudienceMembers.builder().results(members(ids)).pagination(figures).build(), request);
  }

  private static List<AudienceMember> members(List<String> ids) {
    return ids.stream().map(id -> AudienceMember.builder().userId(id).build()).toList();
  }

  public static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "id-" + i).toList();
  }
}
