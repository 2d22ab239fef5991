package io.github.thriveaudience;

import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.internal.Texts;
import io.github.thriveaudience.listing.MembersPage;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** A page that is read on another thread. */
final class PageTask extends FutureTask<MembersPage> {
  private final int page;
  private volatile boolean failed;

  PageTask(int page, IntFunction<MembersPage> source) {
    super(() -> source.apply(page));
    this.page = page;
  }

  int page() {
    return page;
  }

  boolean hasFailed() {
    return failed;
  }

  /** Fails, since there is no thread for it. */
  void cannotBegin(Throwable why) {
    setException(why);
  }

  @Override
  protected void setException(Throwable failure) {
    failed = true;
    super.setException(failure);
  }

  /**
   * Waits for the page.
   *
   * @param source says what messages call the audience
   * @throws RuntimeException what reading the page threw
   */
  MembersPage await(PageSource source) {
    try {
      return get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ThriveInterruptedException(
          Texts.format(
              "The thread was interrupted while it waited for page %d of %s.",
              page, source.subject()),
          e);
    } catch (CancellationException e) {
      throw PageWindow.closed();
    } catch (ExecutionException e) {
      throw here(Objects.requireNonNullElse(e.getCause(), e));
    }
  }

  /** Lets the trace lead on to the caller, who would otherwise be missing from it. */
  private static RuntimeException here(Throwable failure) {
    failure.setStackTrace(
        Stream.of(failure.getStackTrace(), new Throwable().getStackTrace())
            .flatMap(Stream::of)
            .toArray(StackTraceElement[]::new));
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }
}
