package io.github.thriveaudience;

import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.config.PathSegments;
import io.github.thriveaudience.listing.AudiencesProgress;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Members of audiences, as a client returns them. */
final class DefaultMembersOfEach implements MembersOfEach {
  private final Audiences audiences;

  /**
   * Audiences with the default options.
   *
   * @param client describes the members of one audience
   * @param names ids or references, with duplicates or without
   * @param threads run the readings
   * @throws IllegalArgumentException if there is no audience, or one that cannot be requested
   */
  DefaultMembersOfEach(
      Function<String, Members> client, Collection<String> names, Executor threads, Time time) {
    this(new Audiences(client, checked(names), threads, time, MembersOfEachOptions.DEFAULT));
  }

  private DefaultMembersOfEach(Audiences audiences) {
    this.audiences = audiences;
  }

  private static List<String> checked(Collection<String> audiences) {
    Set<String> distinct = new LinkedHashSet<>();
    int position = 0;
    for (String audience : Objects.requireNonNull(audiences, "audiences")) {
      distinct.add(PathSegments.check("audiences[" + position + "]", audience));
      position++;
    }
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException("audiences must not be empty");
    }
    return List.copyOf(distinct);
  }

  @Override
  public MembersOfEach concurrency(int number) {
    return with(audiences.options().withConcurrency(number));
  }

  @Override
  public MembersOfEach parallelism(int pages) {
    return with(audiences.options().withParallelism(pages));
  }

  @Override
  public MembersOfEach policy(ReadPolicy policy) {
    return with(audiences.options().withPolicy(policy));
  }

  @Override
  public MembersOfEach deadline(Duration deadline) {
    return with(audiences.options().withDeadline(deadline));
  }

  @Override
  public MembersOfEach onProgress(Consumer<? super AudiencesProgress> listener) {
    return with(audiences.options().withListener(listener));
  }

  private MembersOfEach with(MembersOfEachOptions changed) {
    return new DefaultMembersOfEach(audiences.with(changed));
  }

  @Override
  public AudiencesSummary readAll(AudienceHandler<MembersSnapshot> handler) {
    Objects.requireNonNull(handler, "handler");
    ReadPolicy policy = audiences.options().policy();
    return new AudiencesReader<>(
            audiences, members -> members.readAll(policy), MembersSnapshot::report, handler)
        .read();
  }

  @Override
  public String toString() {
    return "MembersOfEach[" + audiences.subject() + "]";
  }
}
