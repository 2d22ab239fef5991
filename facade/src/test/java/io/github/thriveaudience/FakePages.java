package io.github.thriveaudience;

import io.github.thriveaudience.internal.AttemptListener;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Pages of ten without a server, and a note of which were asked for. */
final class FakePages implements PageSource {
  static final int PER_PAGE = 10;

  final List<Integer> asked = new CopyOnWriteArrayList<>();
  private final IntFunction<MembersPage> pages;

  FakePages(IntFunction<MembersPage> pages) {
    this.pages = pages;
  }

  /** An audience whose members are numbered from 0. */
  static FakePages of(int total) {
    return new FakePages(page -> page(total, page));
  }

  @Override
  public MembersPage read(int page, AttemptListener listener) {
    asked.add(page);
    listener.sent();
    return pages.apply(page);
  }

  @Override
  public void requireOpen() {}

  @Override
  public String subject() {
    return "audience \"tech-team\" of TEST";
  }

  static MembersPage page(int total, int page) {
    int last = Math.min(page * PER_PAGE, total);
    return page(ids((page - 1) * PER_PAGE, last), page, PER_PAGE, total);
  }

  static MembersPage page(List<String> ids, int page, int perPage, int total) {
    List<AudienceMember> members =
        ids.stream().map(id -> AudienceMember.builder().userId(id).build()).toList();
    return new MembersPage(members, page, perPage, total, (total + perPage - 1) / perPage);
  }

  static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "id-" + i).toList();
  }
}
