package io.github.thriveaudience;

import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.internal.listing.CompletedTasks;
import io.github.thriveaudience.internal.listing.ListingDeadline;
import io.github.thriveaudience.listing.AudiencesProgress;
import io.github.thriveaudience.listing.TraversalReport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads several audiences on other threads, and hands the results to a handler on the calling one.
 * An audience begins only when another one has been handled, so that there are never more results
 * than audiences at once. To be used once.
 *
 * @param <T> what is read of an audience
 */
final class AudiencesReader<T> {
  private final Audiences audiences;
  private final BiFunction<String, Members, T> reading;
  private final Function<T, TraversalReport> report;
  private final AudienceHandler<T> handler;
  private final ListingDeadline deadline;
  private final Queue<String> notBegun;
  private final Map<String, AudienceTask<T>> inProgress = new LinkedHashMap<>();
  private final CompletedTasks<AudienceTask<T>> completed = new CompletedTasks<>();
  private final AudiencesSummaryBuilder handled = AudiencesSummary.builder();
  private final long begin;
  private long members;

  /**
   * A reader that has sent nothing.
   *
   * @param reading reads one audience
   * @param report the report of what was read
   */
  AudiencesReader(
      Audiences audiences,
      BiFunction<String, Members, T> reading,
      Function<T, TraversalReport> report,
      AudienceHandler<T> handler) {
    this.audiences = audiences;
    this.reading = reading;
    this.report = report;
    this.handler = handler;
    this.deadline = audiences.newDeadline();
    this.notBegun = new ArrayDeque<>(audiences.names());
    this.begin = audiences.time().nanos();
  }

  /** Reads all audiences. */
  AudiencesSummary read() {
    try {
      beginNext();
      while (!inProgress.isEmpty()) {
        handleNext();
        beginNext();
      }
      return summary();
    } catch (Throwable e) {
      inProgress.values().forEach(task -> task.cancel(true));
      e.addSuppressed(new AudiencesReadSoFar(summary()));
      throw e;
    }
  }

  private void beginNext() {
    int concurrency = audiences.options().concurrency();
    for (String next = notBegun.peek();
        next != null && inProgress.size() < concurrency;
        next = notBegun.peek()) {
      begin(next);
    }
  }

  private void begin(String audience) {
    Duration left = deadline.remaining(this::position);
    Members configured = audiences.options().applyTo(audiences.client().apply(audience), left);
    AudienceTask<T> task =
        new AudienceTask<>(audience, () -> reading.apply(audience, configured), completed);
    notBegun.remove();
    inProgress.put(audience, task);
    task.startOn(audiences.threads());
  }

  private void handleNext() {
    AudienceTask<T> task = take();
    String audience = task.audience();
    T result;
    try {
      result = task.result();
    } catch (ThriveException e) {
      handleFailure(audience, e);
      return;
    }
    handler.read(audience, result);
    TraversalReport known = report.apply(result);
    inProgress.remove(audience);
    members += known.members();
    handled.read(audience, known);
    notifyListener(audience);
  }

  private AudienceTask<T> take() {
    try {
      return completed.take(deadline, this::position);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ThriveInterruptedException(
          Texts.format(
              "The thread was interrupted while it waited for the members of %s.",
              audiences.subject()),
          e);
    }
  }

  private void handleFailure(String audience, ThriveException failure) {
    inProgress.remove(audience);
    boolean concernsAll = concernsAll(failure);
    if (failure instanceof NotFoundException && !concernsAll) {
      handled.notFound(audience);
    } else {
      handled.failed(audience, failure);
    }
    if (concernsAll) {
      throw failure;
    }
    handler.failed(audience, failure);
    notifyListener(audience);
  }

  /** Whether another audience would fail for the same reason, or must not be read. */
  private static boolean concernsAll(ThriveException failure) {
    return failure instanceof UnauthorizedException
        || failure instanceof ForbiddenException
        || failure instanceof TokenRequestException
        || failure instanceof SupplierFailedException
        || failure instanceof ThriveInterruptedException
        || isPermanentOfToken(failure);
  }

  /** A 404 of the token endpoint, for one, is no unknown audience. */
  private static boolean isPermanentOfToken(ThriveException failure) {
    return failure instanceof ThriveApiException
        && !(failure instanceof RateLimitedException)
        && !(failure instanceof ServerErrorException)
        && FailureDetails.of(failure).isOfToken();
  }

  private void notifyListener(String audience) {
    audiences
        .options()
        .listener()
        .accept(
            AudiencesProgress.of(
                audience,
                handled.size(),
                audiences.names().size(),
                members,
                Duration.ofNanos(audiences.time().nanos() - begin)));
  }

  /** The end of a sentence. */
  private String position() {
    return Texts.format("the end of %d of them", handled.size());
  }

  private AudiencesSummary summary() {
    inProgress.keySet().forEach(handled::unfinished);
    notBegun.forEach(handled::notBegun);
    return handled.build();
  }
}
