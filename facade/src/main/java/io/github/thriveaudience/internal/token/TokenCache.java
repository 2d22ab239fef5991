package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.call.ContextExecutor;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.call.FailureCopier;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.http.DaemonThreads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The current access token. A fresh one costs a volatile read. A stale one is renewed by one
 * request in the background, while all callers keep using it. Without a usable one all callers wait
 * for one request and share its outcome; a failure is not cached.
 *
 * <p>Requests run on a thread of their own, so that interrupting a caller fails that caller alone.
 * No lock is held.
 */
public final class TokenCache {
  /** The wait after a failed renewal in the background. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** Longer than any request for a token, which has a timeout of its own. */
  private static final Duration MAX_WAIT = Duration.ofDays(2);

  private final AtomicReference<@Nullable CachedToken> cached = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<CachedToken>> pending =
      new AtomicReference<>();
  private final Supplier<Token> source;
  private final InstantSource clock;
  private final Executor executor;
  private final DoubleSupplier jitter;

  /**
   * An empty cache in front of a token endpoint.
   *
   * @param endpoint the whole address of the token endpoint
   * @param credentials are {@link TokenParameters}, and were asked for before
   */
  public static TokenCache of(
      Endpoint endpoint, SuppliedCredentials credentials, Connection connection) {
    return new TokenCache(
        new TokenGateway(endpoint, credentials, connection),
        connection.time(),
        new ContextExecutor(DaemonThreads.pool("thrive-token-request"), connection.taskDecorator()),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * An empty cache.
   *
   * @param source requests a token, and may block
   * @param executor runs the request, not in the caller
   * @param jitter random numbers from 0 to 1, so that many clients do not renew at once
   */
  TokenCache(
      Supplier<Token> source, InstantSource clock, Executor executor, DoubleSupplier jitter) {
    this.source = source;
    this.clock = clock;
    this.executor = executor;
    this.jitter = jitter;
  }

  /**
   * A token that has not expired, for a caller without a timeout of its own.
   *
   * @throws io.github.thriveaudience.error.ThriveException if no token is issued in time
   */
  public Token current() {
    return current(MAX_WAIT);
  }

  /**
   * A token that has not expired.
   *
   * @param timeout the maximum wait for one
   * @throws io.github.thriveaudience.error.ThriveException if no token is issued in time
   */
  public Token current(Duration timeout) {
    CachedToken known = cached.get();
    Instant now = clock.instant();
    if (known == null || !known.isUsable(now)) {
      return usable(await(renewal(known), timeout));
    }
    if (known.isStale(now)) {
      CompletableFuture<?> unused = renewal(known);
    }
    return known.token();
  }

  /** Whether {@link #current} returns a token at once. */
  boolean hasUsable() {
    CachedToken known = cached.get();
    return known != null && known.isUsable(clock.instant());
  }

  /** Whether this token is the cached one. */
  boolean isCurrent(String value) {
    return isToken(cached.get(), value);
  }

  /** Invalidates this token, but never a newer one. */
  public void invalidate(String value) {
    cached.updateAndGet(known -> isToken(known, value) ? null : known);
  }

  private static boolean isToken(@Nullable CachedToken known, String value) {
    return known != null && known.token().value().equals(value);
  }

  private Token usable(CachedToken arrived) {
    if (!arrived.isUsable(clock.instant())) {
      throw new ThriveTimeoutException(
          "The access token had expired when it arrived: it lives no longer than its request took.",
          null);
    }
    return arrived.token();
  }

  /** The renewal in flight, or a new one. */
  private CompletableFuture<CachedToken> renewal(@Nullable CachedToken known) {
    CompletableFuture<CachedToken> mine = new CompletableFuture<>();
    CompletableFuture<CachedToken> running = pending.compareAndExchange(null, mine);
    if (running != null) {
      return running;
    }
    CachedToken latest = cached.get();
    if (latest != null && latest.isNewerThan(known, clock.instant())) {
      // Another renewal ended between reading the cache and reading the renewal in flight.
      finish(mine, latest, null);
    } else {
      start(mine);
    }
    return mine;
  }

  private void start(CompletableFuture<CachedToken> mine) {
    try {
      executor.execute(new Renewal(mine));
    } catch (Throwable noThread) {
      finish(mine, null, noThread);
    }
  }

  /** A request for a token, for all who wait for it. */
  private final class Renewal implements ContextExecutor.Task {
    private final CompletableFuture<CachedToken> mine;

    Renewal(CompletableFuture<CachedToken> mine) {
      this.mine = mine;
    }

    @Override
    public void run() {
      request(mine);
    }

    @Override
    public void fail(Throwable failure) {
      finish(mine, null, failure);
    }
  }

  private void request(CompletableFuture<CachedToken> mine) {
    try {
      CachedToken renewed = CachedToken.of(source.get(), jitter.getAsDouble());
      cached.set(renewed);
      finish(mine, renewed, null);
    } catch (Throwable failure) {
      Instant later = clock.instant().plus(PAUSE);
      cached.updateAndGet(old -> old == null ? null : old.staleAgainAt(later));
      finish(mine, null, failure);
      if (failure instanceof Error error) {
        // A renewal in the background has no caller that would receive it.
        throw error;
      }
    }
  }

  /** First allows a new renewal, then wakes the callers that wait for this one. */
  private void finish(
      CompletableFuture<CachedToken> mine,
      @Nullable CachedToken token,
      @Nullable Throwable failure) {
    pending.set(null);
    if (failure == null) {
      mine.complete(token);
    } else {
      mine.completeExceptionally(failure);
    }
  }

  private static CachedToken await(CompletableFuture<CachedToken> renewal, Duration timeout) {
    try {
      return renewal.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new ThriveTimeoutException(
          "No access token was issued within the timeout of the call.", null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ThriveInterruptedException(
          "The thread was interrupted while it waited for an access token.", e);
    } catch (ExecutionException e) {
      throw FailureCopier.of(Objects.requireNonNullElse(e.getCause(), e));
    }
  }
}
