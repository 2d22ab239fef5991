package io.github.thriveaudience;

import io.github.thriveaudience.listing.AudiencesProgress;
import io.github.thriveaudience.listing.TraversalReport;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Several audiences, as a client returns them.
 *
 * @param <S> the type of the description
 * @param <T> what is read of an audience
 */
abstract class DefaultOfEach<S extends OfEach<S, T>, T> implements OfEach<S, T> {
  private final Audiences audiences;

  DefaultOfEach(Audiences audiences) {
    this.audiences = audiences;
  }

  /** A changed copy. */
  abstract S with(Audiences changed);

  /** Reads one audience of the client, which has the name. */
  abstract BiFunction<String, Members, T> reading();

  /** The report of what was read of an audience. */
  abstract Function<T, TraversalReport> report();

  @Override
  public final S concurrency(int number) {
    return with(audiences.options().withConcurrency(number));
  }

  @Override
  public final S parallelism(int pages) {
    return with(audiences.options().withParallelism(pages));
  }

  @Override
  public final S deadline(Duration deadline) {
    return with(audiences.options().withDeadline(deadline));
  }

  @Override
  public final S onProgress(Consumer<? super AudiencesProgress> listener) {
    return with(audiences.options().withListener(listener));
  }

  private S with(OfEachOptions changed) {
    return with(audiences.with(changed));
  }

  @Override
  public final AudiencesSummary readAll(AudienceHandler<T> handler) {
    Objects.requireNonNull(handler, "handler");
    return new AudiencesReader<>(audiences, reading(), report(), handler).read();
  }

  final Audiences audiences() {
    return audiences;
  }
}
