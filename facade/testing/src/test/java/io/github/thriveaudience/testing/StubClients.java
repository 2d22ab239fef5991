package io.github.thriveaudience.testing;

import io.github.thriveaudience.AudienceMembersClient;
import java.time.Duration;

/** Clients that call the stubs. */
final class StubClients implements Clients, AutoCloseable {
  private final ThriveStubs stubs = ThriveStubs.start();

  @Override
  public AudienceMembersClient open() {
    stubs.reset();
    return stubs
        .builder()
        .pageSize(PAGE_SIZE)
        .maxAttempts(1)
        .requestTimeout(Duration.ofSeconds(30))
        .callTimeout(Duration.ofSeconds(60))
        .build();
  }

  @Override
  public String environment() {
    return stubs.url().toString();
  }

  /** The port is another one each time. */
  @Override
  public String environmentOfStates() {
    return environment().replaceFirst(":\\d+", "");
  }

  @Override
  public void close() {
    stubs.close();
  }
}
