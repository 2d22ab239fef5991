package io.github.thriveaudience.internal;

import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.PauseEvent;
import io.github.thriveaudience.event.RetryEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
  private final ClientListener events;
  private final Pause pause;
  private final RetryBudget budget = new RetryBudget();
  private final Backoff backoff = new Backoff(() -> ThreadLocalRandom.current().nextDouble());

  Retries(Limits limits, Time time, CountDownLatch end, ClientListener events) {
    this.limits = limits;
    this.time = time;
    this.end = end;
    this.events = events;
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
    Duration longest = Collections.min(List.of(limits.callTimeout(), listener.left()));
    OngoingCall ongoing = OngoingCall.begin(call, time, longest, listener);
    Throwable failure = null;
    try {
      return attempts(ongoing, listener, attempt);
    } catch (Throwable e) {
      failure = e;
      throw e;
    } finally {
      ongoing.finish();
      events.onCall(ongoing.ended(failure));
    }
  }

  private <T> T attempts(OngoingCall ongoing, AttemptListener listener, Supplier<T> attempt) {
    List<ThriveException> failures = new ArrayList<>();
    try {
      while (true) {
        try {
          T result = attemptInTurn(ongoing, listener, attempt);
          budget.succeeded(!failures.isEmpty());
          return result;
        } catch (ThriveException failure) {
          ongoing.identify(failure);
          failures.add(failure);
          listener.failed(failure);
          waitForRetry(ongoing, failures);
        }
      }
    } catch (FinalFailure e) {
      ongoing.identify(e.failure());
      throw withEarlier(e.failure(), failures);
    }
  }

  private <T> T attemptInTurn(OngoingCall ongoing, AttemptListener listener, Supplier<T> attempt) {
    awaitTurn(ongoing, listener);
    try {
      waitForPause(ongoing);
      return attempt.get();
    } finally {
      listener.end();
    }
  }

  private static void awaitTurn(OngoingCall ongoing, AttemptListener listener) {
    try {
      listener.begin(ongoing.left());
    } catch (InterruptedException e) {
      throw interrupted(ongoing.call(), e);
    }
  }

  private void waitForPause(OngoingCall ongoing) {
    Duration left = pause.left();
    while (!left.isZero()) {
      if (!ongoing.allows(left)) {
        throw new FinalFailure(pause.tooLong(ongoing.call()));
      }
      sleep(ongoing.call(), left);
      left = pause.left();
    }
  }

  /** Returns when the next attempt may begin, or throws the last failure. */
  private void waitForRetry(OngoingCall ongoing, List<ThriveException> failures) {
    ThriveException last = failures.get(failures.size() - 1);
    if (ongoing.takeRepeat() && failures.size() < limits.maxAttempts()) {
      announce(ongoing, failures, Duration.ZERO);
      return;
    }
    Duration wait = wait(ongoing, last, failures.size());
    boolean again =
        isWorthIt(last)
            && failures.size() < limits.maxAttempts()
            && ongoing.allows(wait)
            && budget.takeRetry();
    if (!again) {
      throw new FinalFailure(last);
    }
    announce(ongoing, failures, wait);
    sleep(ongoing.call(), wait);
  }

  /** The wait before the next attempt: what the server asks for, if that is longer than ours. */
  private Duration wait(OngoingCall ongoing, ThriveException last, int failures) {
    Duration own = backoff.after(failures);
    if (!(last instanceof ThriveApiException answer) || answer.retryAfter() == null) {
      return own;
    }
    Duration asked = answer.retryAfter();
    Duration pausing = pause.obey(answer);
    if (pausing != null) {
      events.onPause(new PauseEvent(ongoing.info(), answer.status(), answer.requestId(), pausing));
    }
    return Collections.max(List.of(own, asked));
  }

  private void announce(OngoingCall ongoing, List<ThriveException> failures, Duration wait) {
    ThriveException last = failures.get(failures.size() - 1);
    events.onRetry(new RetryEvent(ongoing.info(), failures.size(), ongoing.status(), last, wait));
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
            Texts.format(
                "The thread was interrupted between two attempts of the call of %s for %s.",
                call.destination(), call.subject()),
            cause));
  }

  private static ThriveException withEarlier(ThriveException last, List<ThriveException> failures) {
    failures.stream().filter(earlier -> earlier != last).forEach(last::addSuppressed);
    return last;
  }
}
