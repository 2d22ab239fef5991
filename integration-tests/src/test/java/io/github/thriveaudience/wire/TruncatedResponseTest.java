package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.model.AudienceMembers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 responses that end where the connection ends, early or not. */
class TruncatedResponseTest {
  private static final String PAGE = Pages.page(2, 1, 1000);
  private static final String UNFRAMED = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

  private final TestTime time = new TestTime();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 140})
  void areRetried(int length) throws Exception {
    try (RawServer server = new RawServer()) {
      CompletableFuture<AudienceMembers> page = page(server, 2);
      server.respond(UNFRAMED + PAGE.substring(0, length)).close();
      server.respond(UNFRAMED + PAGE).close();

      assertThat(page.get().results()).hasSize(2);
    }
    assertThat(time.waits).as("its own, and the rest of the gate's").hasSizeBetween(1, 2);
  }

  @Test
  void areNamedInTheMessage() throws Exception {
    try (RawServer server = new RawServer()) {
      CompletableFuture<AudienceMembers> page = page(server, 1);
      server.respond(UNFRAMED + PAGE.substring(0, 40)).close();

      assertThatThrownBy(() -> get(page))
          .isExactlyInstanceOf(ThriveConnectionException.class)
          .hasMessageContaining("is truncated: its JSON ends early")
          .satisfies(LeakAssertions::assertNoLeaks);
    }
  }

  @Test
  void areMalformedIfTheirLengthIsAsAnnounced() throws Exception {
    try (RawServer server = new RawServer()) {
      CompletableFuture<AudienceMembers> page = page(server, 2);
      server
          .respond("HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n" + PAGE.substring(0, 40))
          .close();

      assertThatThrownBy(() -> get(page)).isExactlyInstanceOf(MalformedResponseException.class);
    }
    assertThat(time.waits).isEmpty();
  }

  @Test
  void keepTheStatusOfAnError() throws Exception {
    try (RawServer server = new RawServer()) {
      CompletableFuture<AudienceMembers> page = page(server, 1);
      server.respond(UNFRAMED.replace("200 OK", "503 Busy") + "{\"error\":").close();

      assertThatThrownBy(() -> get(page)).isExactlyInstanceOf(ServerErrorException.class);
    }
  }

  private CompletableFuture<AudienceMembers> page(RawServer server, int attempts) {
    MembersGateway gateway =
        GatewayFixtures.basic(server.baseUri(), GatewayFixtures.connection(time, attempts));
    return CompletableFuture.supplyAsync(() -> GatewayFixtures.list(gateway, 1, 1000));
  }

  private static void get(CompletableFuture<AudienceMembers> page) throws Throwable {
    try {
      page.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }
}
