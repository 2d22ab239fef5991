package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Pages of ten without a server, and a note of which were asked for. */
public final class FakePages implements PageSource {
  public static final int PER_PAGE = 10;

  public final List<Integer> asked = new CopyOnWriteArrayList<>();

  /** What was waited between readings, without waiting. */
  public final List<Duration> waits = new CopyOnWriteArrayList<>();

  /** What happens during such a wait. */
  public Pausing onPause = () -> {};

  private final IntFunction<MembersPage> pages;

  public interface Pausing {
    void pause() throws InterruptedException;
  }

  public FakePages(IntFunction<MembersPage> pages) {
    this.pages = pages;
  }

  /** An audience whose members are numbered from 0. */
  public static FakePages of(int total) {
    return new FakePages(page -> page(total, page));
  }

  @Override
  public MembersPage read(PageRequest request) {
    asked.add(request.page());
    request.listener().sent();
    return pages.apply(request.page());
  }

  @Override
  public void pause(Duration wait) throws InterruptedException {
    waits.add(wait);
    onPause.pause();
  }

  @Override
  public void requireOpen() {}

  @Override
  public String subject() {
    return "audience \"tech-team\" of TEST";
  }

  /** A window that begins with the first page, like that of a loop. */
  static PagePrefetcher window(PageSource source, Executor threads, int parallelism) {
    ListingOptions options = ListingOptions.DEFAULT.withParallelism(parallelism);
    Listing listing = new Listing(source, threads, Time.SYSTEM, options);
    return new PagePrefetcher(listing, false, new ListingDeadline(listing));
  }

  public static MembersPage page(int total, int page) {
    int last = Math.min(page * PER_PAGE, total);
    return page(ids((page - 1) * PER_PAGE, last), page, PER_PAGE, total);
  }

  public static MembersPage page(List<String> ids, int page, int perPage, int total) {
    List<AudienceMember> members =
        ids.stream().map(id -> AudienceMember.builder().userId(id).build()).toList();
    return MembersPage.of(members, page, perPage, total, (total + perPage - 1) / perPage);
  }

  public static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "id-" + i).toList();
  }
}
