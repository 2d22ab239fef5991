package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.NonRetryableException;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.http.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that a supplier returned. It is asked when they are first needed, and again when
 * the server has rejected them. Known ones cost a volatile read.
 *
 * <p>One thread asks at a time, the others wait for the outcome. No lock is held. A failure is not
 * kept: the next call asks again. Credentials that were fixed from the start are those of a
 * supplier that always returns them.
 */
public final class SuppliedCredentials {
  /** However many calls are rejected, the supplier is not asked more often. */
  static final Duration BETWEEN_REJECTIONS = Duration.ofSeconds(5);

  private final SupplierAnswers<?> answers;
  private final Time time;
  private final Lifetime lifetime;
  private final AtomicReference<@Nullable SupplierAsk> running = new AtomicReference<>();
  private volatile @Nullable CheckedCredentials known;

  /** For the asking thread alone. */
  private long nextRejection;

  /**
   * Credentials that have not been asked for.
   *
   * @param supplier was given by the user
   * @param rules makes checked credentials of what the supplier returned, or throws an exception
   *     whose message names the rule
   */
  public static <C> SuppliedCredentials of(
      Supplier<? extends C> supplier,
      Function<? super C, ? extends CheckedCredentials> rules,
      Connection connection) {
    return new SuppliedCredentials(
        new SupplierAnswers<>(supplier, rules), connection.time(), connection.lifetime());
  }

  /** Credentials that were asked for, and never change. */
  public static SuppliedCredentials fixed(CheckedCredentials credentials, Connection connection) {
    SuppliedCredentials supplied = of(() -> credentials, Function.identity(), connection);
    supplied.known = credentials;
    return supplied;
  }

  SuppliedCredentials(SupplierAnswers<?> answers, Time time, Lifetime lifetime) {
    this.answers = answers;
    this.time = time;
    this.lifetime = lifetime;
    this.nextRejection = time.nanos();
    lifetime.onEnd(this::end);
  }

  private void end() {
    SupplierAsk ask = running.get();
    if (ask != null) {
      ask.end(lifetime.closed());
    }
  }

  /**
   * Checks that the calling thread is not in the supplier.
   *
   * @throws SupplierFailedException if it is: it would wait for itself
   */
  public void requireOtherThread() {
    SupplierAsk ask = running.get();
    if (ask != null) {
      ask.requireOtherThread();
    }
  }

  /** The credentials, which were asked for before. */
  CheckedCredentials known() {
    return Objects.requireNonNull(known);
  }

  /**
   * The credentials, which are asked for if they are not known.
   *
   * @param left what is left of the call
   * @throws ThriveException if there are none
   */
  CheckedCredentials current(Supplier<Duration> left) {
    CheckedCredentials latest = known;
    return latest != null ? latest : ask(credentials -> false, left);
  }

  /**
   * The same for a call with attempts.
   *
   * @throws NonRetryableException if there are none
   */
  CheckedCredentials currentForCall(Supplier<Duration> left) {
    return withoutRetry(() -> current(left));
  }

  /**
   * Asks for other credentials if those that were rejected are the current ones.
   *
   * @param rejected tells whether credentials are those that the server rejected
   * @param left what is left of the call
   * @return whether the current credentials are others
   * @throws NonRetryableException if the supplier fails
   */
  boolean replace(Predicate<CheckedCredentials> rejected, Supplier<Duration> left) {
    return !rejected.test(known()) || !rejected.test(withoutRetry(() -> ask(rejected, left)));
  }

  /** A supplier is not asked again for a retry. */
  private static CheckedCredentials withoutRetry(Supplier<CheckedCredentials> credentials) {
    try {
      return credentials.get();
    } catch (ThriveException e) {
      throw new NonRetryableException(e);
    }
  }

  private CheckedCredentials ask(Predicate<CheckedCredentials> rejected, Supplier<Duration> left) {
    while (true) {
      SupplierAsk mine = new SupplierAsk();
      SupplierAsk other = running.compareAndExchange(null, mine);
      if (other == null) {
        return askInTurn(mine, rejected, left);
      }
      other.requireOtherThread();
      CheckedCredentials outcome = other.await(left.get());
      if (outcome != null) {
        return outcome;
      }
    }
  }

  private CheckedCredentials askInTurn(
      SupplierAsk mine, Predicate<CheckedCredentials> rejected, Supplier<Duration> left) {
    CheckedCredentials latest = known;
    if (latest != null && (!rejected.test(latest) || time.nanos() - nextRejection < 0)) {
      finish(mine);
      mine.complete(null);
      return latest;
    }
    CheckedCredentials answer = askNow(mine, latest);
    if (left.get().isZero()) {
      throw SupplierAsk.timedOut();
    }
    return answer;
  }

  private CheckedCredentials askNow(SupplierAsk mine, @Nullable CheckedCredentials latest) {
    try {
      lifetime.requireOpen();
      CheckedCredentials next = answers.next(latest);
      CheckedCredentials kept = latest != null && next.equals(latest) ? latest : next;
      known = kept;
      leave(mine, latest != null);
      mine.complete(kept);
      return kept;
    } catch (SupplierFailedException e) {
      boolean wasInterrupted = mine.isInterruption(e);
      leave(mine, latest != null && !wasInterrupted);
      throw wasInterrupted ? mine.interrupted(e) : mine.failed(e);
    } catch (Throwable e) {
      finish(mine);
      mine.fail(e);
      throw e;
    }
  }

  /**
   * Lets others ask.
   *
   * @throws IllegalStateException if the client was closed meanwhile
   */
  private void leave(SupplierAsk mine, boolean afterRejection) {
    if (afterRejection) {
      nextRejection = time.nanos() + BETWEEN_REJECTIONS.toNanos();
    }
    finish(mine);
  }

  private void finish(SupplierAsk mine) {
    running.set(null);
    if (mine.leaveSupplier()) {
      throw lifetime.closed();
    }
  }
}
