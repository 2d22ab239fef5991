package io.github.thriveaudience;

import io.github.thriveaudience.internal.config.Arguments;
import io.github.thriveaudience.internal.listing.ListingOptions;
import io.github.thriveaudience.listing.AudiencesProgress;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How several audiences are read.
 *
 * @param concurrency the maximum of audiences at once
 * @param parallelism the maximum of pages of each audience at once, or null for that of the client
 * @param deadline the maximum time of the whole, or null if there is none
 * @param listener is notified of each audience
 */
record OfEachOptions(
    int concurrency,
    @Nullable Integer parallelism,
    @Nullable Duration deadline,
    Consumer<? super AudiencesProgress> listener) {
  private static final int MAX_CONCURRENCY = 32;

  /** In turn, without a deadline and without a listener. */
  static final OfEachOptions DEFAULT = new OfEachOptions(1, null, null, progress -> {});

  OfEachOptions {
    Arguments.inRange("concurrency", concurrency, MAX_CONCURRENCY);
    Objects.requireNonNull(listener, "listener");
  }

  OfEachOptions withConcurrency(int audiences) {
    return new OfEachOptions(audiences, parallelism, deadline, listener);
  }

  OfEachOptions withParallelism(int pages) {
    return new OfEachOptions(
        concurrency, ListingOptions.requireParallelism(pages), deadline, listener);
  }

  OfEachOptions withDeadline(Duration max) {
    return new OfEachOptions(
        concurrency, parallelism, ListingOptions.requireDeadline(max), listener);
  }

  OfEachOptions withListener(Consumer<? super AudiencesProgress> progress) {
    return new OfEachOptions(concurrency, parallelism, deadline, progress);
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
