package io.github.thriveaudience.internal.token;

import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.http.Connection;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Authenticates requests by credentials whose kind is known once their supplier was asked. */
public final class SuppliedAuthentication implements Authentication {
  private final SuppliedCredentials credentials;
  private final Connection connection;
  private final AtomicReference<@Nullable Authentication> ofKind = new AtomicReference<>();

  /** Authentication that has not asked for credentials. */
  public SuppliedAuthentication(SuppliedCredentials credentials, Connection connection) {
    this.credentials = credentials;
    this.connection = connection;
  }

  @Override
  public void requireOtherThread() {
    credentials.requireOtherThread();
  }

  @Override
  public void prepare(CallContext call) {
    ofKind(call).prepare(call);
  }

  @Override
  public boolean areReady() {
    Authentication known = ofKind.get();
    return known != null && known.areReady();
  }

  @Override
  public String authorization(CallContext call) {
    return ofKind(call).authorization(call);
  }

  @Override
  public boolean renew(CallContext rejected) {
    return ofKind(rejected).renew(rejected);
  }

  private Authentication ofKind(CallContext call) {
    Authentication known = ofKind.get();
    return known != null ? known : first(credentials.currentForCall(call::left));
  }

  /** The kind never changes: later answers of another kind are refused. */
  private Authentication first(CheckedCredentials first) {
    ofKind.compareAndSet(
        null,
        first instanceof TokenParameters oauth2
            ? new TokenAuthentication(
                TokenCache.of(oauth2.endpoint(), credentials, connection), connection.time())
            : new BasicAuthentication(credentials));
    return Objects.requireNonNull(ofKind.get());
  }
}
