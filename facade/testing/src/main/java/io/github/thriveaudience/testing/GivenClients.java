package io.github.thriveaudience.testing;

import io.github.thriveaudience.AudienceMembersClient;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** The clients that a test has been given, one of each kind, to be closed after it. Thread-safe. */
final class GivenClients implements AutoCloseable {
  /** What a client authenticates with. */
  enum Kind {
    BASIC,
    OAUTH
  }

  private final Map<Kind, AudienceMembersClient> clients = new EnumMap<>(Kind.class);

  synchronized AudienceMembersClient get(
      Kind kind, Supplier<AudienceMembersClient.Builder> builder) {
    return clients.computeIfAbsent(kind, absent -> builder.get().build());
  }

  @Override
  public synchronized void close() {
    clients.values().forEach(AudienceMembersClient::close);
    clients.clear();
  }
}
