package io.github.thriveaudience;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.internal.listing.PageSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** A client without a server, which has the audiences that a test gives it. */
final class FakeAudiences implements AudienceMembersClient {
  /** The audiences whose members were asked for, in this order. */
  final List<String> begun = new CopyOnWriteArrayList<>();

  private final Map<String, PageSource> sources = new HashMap<>();
  private final Time time;

  FakeAudiences() {
    this(Time.SYSTEM);
  }

  FakeAudiences(Time time) {
    this.time = time;
  }

  /** Adds an audience with this number of members. */
  FakeAudiences with(String audience, int total) {
    return with(audience, FakePages.of(total));
  }

  FakeAudiences with(String audience, PageSource pages) {
    sources.put(audience, pages);
    return this;
  }

  static NotFoundException notFound() {
    return new NotFoundException("there is no audience with this id", ApiError.of(404));
  }

  @Override
  public Members members(String audience) {
    begun.add(audience);
    PageSource none = FakePages.failing(notFound());
    return new DefaultMembers(sources.getOrDefault(audience, none), Runnable::run, time);
  }

  /** Audiences that are read on given threads. */
  MembersOfEach each(Executor threads, String... audiences) {
    return new DefaultMembersOfEach(Audiences.of(this::members, List.of(audiences), threads, time));
  }

  @Override
  public void close() {}
}
