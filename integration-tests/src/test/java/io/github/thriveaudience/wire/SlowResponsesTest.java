package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.internal.api.MembersGateway;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that respond slowly or without end. */
class SlowResponsesTest extends WireTest {
  private final TestTime time = new TestTime();

  @Test
  void callTimeoutEndsASlowBody() {
    respond(json(Pages.page(1, 1, 1000)).withChunkedDribbleDelay(100, 60_000));
    AudienceMembersClient client = builder().callTimeout(Duration.ofMillis(400)).build();

    long start = System.nanoTime();
    assertThatThrownBy(() -> client.members("tech-team").page(1))
        .isExactlyInstanceOf(ThriveTimeoutException.class);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void retriesAnAttemptThatTimesOut() {
    respond(json(Pages.page(1, 1, 1000)).withFixedDelay(60_000));
    MembersGateway gateway =
        GatewayFixtures.basic(
            baseUri(), GatewayFixtures.connection(time, Duration.ofMillis(100), 4));

    assertThatThrownBy(() -> GatewayFixtures.list(gateway, 1, 1000))
        .isExactlyInstanceOf(ThriveTimeoutException.class)
        .satisfies(thrown -> assertThat(((ThriveException) thrown).earlierFailures()).hasSize(3));
    assertThat(time.waits).hasSizeBetween(3, 6);
  }

  @Test
  void toleratesVaryingDelays() {
    respond(json(Pages.page(1, 1, 1000)).withLogNormalRandomDelay(5, 0.5));

    IntStream.range(0, 50)
        .forEach(i -> assertThat(client().members("tech-team").page(1).members()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "500 Failed"})
  void stopsReadingABodyWithoutEnd(String status) throws Exception {
    try (RawServer server = new RawServer()) {
      CompletableFuture<Throwable> failure =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowable(
                      () ->
                          builder()
                              .baseUri(server.baseUri())
                              .build()
                              .members("tech-team")
                              .page(1)));
      byte[] chunk = ("1000\r\n" + "a".repeat(0x1000) + "\r\n").getBytes(ISO_8859_1);
      try (Socket open =
          server.respond("HTTP/1.1 " + status + "\r\nTransfer-Encoding: chunked\r\n\r\n")) {
        assertThatThrownBy(
                () -> {
                  while (true) {
                    open.getOutputStream().write(chunk);
                  }
                })
            .as("the client closes the connection")
            .isInstanceOf(IOException.class);
      }
      assertThat(failure.get())
          .isExactlyInstanceOf(
              status.startsWith("200")
                  ? MalformedResponseException.class
                  : ServerErrorException.class);
    }
  }
}
