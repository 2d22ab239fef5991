package io.github.thriveaudience;

import io.github.thriveaudience.internal.config.Arguments;
import io.github.thriveaudience.internal.listing.ListingOptions;
import io.github.thriveaudience.listing.AudiencesProgress;
import io.github.thriveaudience.listing.ReadPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How several audiences are read.
 *
 * @param concurrency the maximum of audiences at once
 * @param parallelism the maximum of pages of each audience at once, or null for that of the client
 * @param policy what to do when an audience changes
 * @param deadline the maximum time of the whole, or null if there is none
 * @param listener is notified of each audience
 */
record MembersOfEachOptions(
    int concurrency,
    @Nullable Integer parallelism,
    ReadPolicy policy,
    @Nullable Duration deadline,
    Consumer<? super AudiencesProgress> listener) {
  private static final int MAX_CONCURRENCY = 32;

  /** In turn, once, without a deadline and without a listener. */
  static final MembersOfEachOptions DEFAULT =
      new MembersOfEachOptions(1, null, ReadPolicy.once(), null, progress -> {});

  MembersOfEachOptions {
    Arguments.inRange("concurrency", concurrency, MAX_CONCURRENCY);
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(listener, "listener");
  }

  MembersOfEachOptions withConcurrency(int audiences) {
    return new MembersOfEachOptions(audiences, parallelism, policy, deadline, listener);
  }

  MembersOfEachOptions withParallelism(int pages) {
    return new MembersOfEachOptions(
        concurrency, ListingOptions.requireParallelism(pages), policy, deadline, listener);
  }

  MembersOfEachOptions withPolicy(ReadPolicy changed) {
    return new MembersOfEachOptions(concurrency, parallelism, changed, deadline, listener);
  }

  MembersOfEachOptions withDeadline(Duration max) {
    return new MembersOfEachOptions(
        concurrency, parallelism, policy, ListingOptions.requireDeadline(max), listener);
  }

  MembersOfEachOptions withListener(Consumer<? super AudiencesProgress> progress) {
    return new MembersOfEachOptions(concurrency, parallelism, policy, deadline, progress);
  }

  /**
   * The members of one audience with these options.
   *
   * @param left what is left of the deadline, or null if there is none
   */
  Members applyTo(Members members, @Nullable Duration left) {
    Members parallel = parallelism == null ? members : members.parallelism(parallelism);
    return left == null ? parallel : parallel.deadline(left);
  }
}
