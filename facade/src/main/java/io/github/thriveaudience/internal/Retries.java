package io.github.thriveaudience.internal;

import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Tries a call again where the API's documentation advises it, or where no whole answer came. All
 * calls of a client share the pause that the server asks for and the budget of retries.
 */
final class Retries {
  private static final Set<Integer> STATUSES = Set.of(408, 429, 500, 502, 503, 504);

  private final Limits limits;
  private final Time time;
  private final CountDownLatch end;
  private final Pause pause;
  private final RetryBudget budget = new RetryBudget();
  private final Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());

  Retries(Limits limits, Time time, CountDownLatch end) {
    this.limits = limits;
    this.time = time;
    this.end = end;
    this.pause = new Pause(time);
  }

  /**
   * Makes a call.
   *
   * @param call what messages say of it
   * @param listener hears of the requests
   * @param attempt one request
   * @throws ThriveException the last failure; earlier ones are suppressed in it
   */
  <T> T run(Call call, AttemptListener listener, Supplier<T> attempt) {
    Deadline deadline = Deadline.begin(time, limits.callTimeout(), listener);
    List<ThriveException> failures = new ArrayList<>();
    try {
      while (true) {
        try {
          T result = attemptInTurn(call, deadline, listener, attempt);
          budget.succeeded(!failures.isEmpty());
          return result;
        } catch (ThriveException failure) {
          failures.add(failure);
          listener.failed(failure);
          waitForRetry(call, deadline, failures);
        }
      }
    } catch (FinalFailure e) {
      throw withEarlier(e.failure(), failures);
    } finally {
      deadline.finish();
    }
  }

  private <T> T attemptInTurn(
      Call call, Deadline deadline, AttemptListener listener, Supplier<T> attempt) {
    awaitTurn(call, deadline, listener);
    try {
      waitForPause(call, deadline);
      return attempt.get();
    } finally {
      listener.end();
    }
  }

  private static void awaitTurn(Call call, Deadline deadline, AttemptListener listener) {
    try {
      listener.begin(deadline.left());
    } catch (InterruptedException e) {
      throw interrupted(call, e);
    }
  }

  private void waitForPause(Call call, Deadline deadline) {
    Duration left = pause.left();
    while (!left.isZero()) {
      if (!deadline.allows(left)) {
        throw new FinalFailure(pause.tooLong(call));
      }
      sleep(call, left);
      left = pause.left();
    }
  }

  /** Returns when the next attempt may begin, or throws the last failure. */
  private void waitForRetry(Call call, Deadline deadline, List<ThriveException> failures) {
    ThriveException last = failures.get(failures.size() - 1);
    if (deadline.takeRepeat() && failures.size() < limits.maxAttempts()) {
      return;
    }
    Duration wait = backoff.after(failures.size());
    if (last instanceof ThriveApiException answer) {
      pause.obey(answer);
      wait = longer(wait, answer.retryAfter() == null ? wait : answer.retryAfter());
    }
    boolean again =
        isWorthIt(last)
            && failures.size() < limits.maxAttempts()
            && deadline.allows(wait)
            && budget.takeRetry();
    if (!again) {
      throw new FinalFailure(last);
    }
    sleep(call, wait);
  }

  private static boolean isWorthIt(ThriveException failure) {
    return failure instanceof ThriveApiException answer
        ? STATUSES.contains(answer.status())
        : failure instanceof ThriveConnectionException
            && !(failure instanceof ThriveInterruptedException);
  }

  private void sleep(Call call, Duration wait) {
    try {
      if (time.await(end, wait)) {
        throw Connection.closed();
      }
    } catch (InterruptedException e) {
      throw interrupted(call, e);
    }
  }

  private static FinalFailure interrupted(Call call, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new FinalFailure(
        new ThriveInterruptedException(
            "The thread was interrupted between two attempts of the call of %s for %s."
                .formatted(call.destination(), call.subject()),
            cause));
  }

  private static ThriveException withEarlier(ThriveException last, List<ThriveException> failures) {
    failures.stream().filter(earlier -> earlier != last).forEach(last::addSuppressed);
    return last;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
