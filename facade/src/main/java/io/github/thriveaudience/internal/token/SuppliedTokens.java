package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.http.Connection;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The tokens of OAuth credentials whose token endpoint is known once their supplier was asked. */
public final class SuppliedTokens {
  private final SuppliedCredentials credentials;
  private final Connection connection;
  private final AtomicReference<@Nullable TokenCache> cache = new AtomicReference<>();

  /**
   * Tokens that were not requested.
   *
   * @param credentials are {@link TokenParameters}
   */
  public SuppliedTokens(SuppliedCredentials credentials, Connection connection) {
    this.credentials = credentials;
    this.connection = connection;
  }

  /**
   * A token that has not expired.
   *
   * @throws io.github.thriveaudience.error.ThriveException if no token is issued in time
   */
  public Token current() {
    credentials.requireOtherThread();
    TokenCache known = cache.get();
    return (known != null ? known : first()).current();
  }

  /** Invalidates this token, but never a newer one. */
  public void invalidate(String value) {
    TokenCache known = cache.get();
    if (known != null) {
      known.invalidate(value);
    }
  }

  private TokenCache first() {
    long end = connection.time().nanos() + connection.callTimeout().toNanos();
    CheckedCredentials first =
        credentials.current(() -> Duration.ofNanos(Math.max(0, end - connection.time().nanos())));
    Endpoint endpoint = ((TokenParameters) first).endpoint();
    cache.compareAndSet(null, TokenCache.of(endpoint, credentials, connection));
    return Objects.requireNonNull(cache.get());
  }
}
