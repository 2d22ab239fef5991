package io.github.thriveaudience.testing;

import io.github.thriveaudience.AudienceMembersClient;
import java.time.Duration;
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

  private static final int PAGE_SIZE = 100;
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);

  /**
   * With a known rate, a throttled request is sent again at once. Each refusal lowers the rate:
   * this one is still high after 30 of them.
   */
  private static final double REQUESTS_PER_SECOND = 1e9;

  private final Map<Kind, AudienceMembersClient> clients = new EnumMap<>(Kind.class);

  /** The settings by which a test takes milliseconds. */
  static AudienceMembersClient.Builder builder() {
    return AudienceMembersClient.builder()
        .pageSize(PAGE_SIZE)
        .requestTimeout(REQUEST_TIMEOUT)
        .callTimeout(CALL_TIMEOUT)
        .requestsPerSecond(REQUESTS_PER_SECOND);
  }

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
