package io.github.thriveaudience.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final Duration ROUND_TRIP = Duration.ofMillis(300);

  private ServerSocket echo;
  private Relay relay;

  @BeforeEach
  void start() throws IOException {
    echo = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    ServerProgram.start(this::echo);
    relay = new Relay(echo.getLocalPort(), ROUND_TRIP);
  }

  private void echo() {
    try (Socket connection = echo.accept()) {
      connection.getInputStream().transferTo(connection.getOutputStream());
    } catch (IOException e) {
      // The test is over.
    }
  }

  @AfterEach
  void stop() throws IOException {
    relay.close();
    echo.close();
  }

  @Test
  void delaysBytesByTheRoundTrip() throws IOException {
    try (Socket client = connect()) {
      long start = System.nanoTime();
      client.getOutputStream().write(1);

      assertThat(client.getInputStream().read()).isEqualTo(1);
      assertThat(since(start)).isGreaterThanOrEqualTo(ROUND_TRIP);
    }
  }

  /** In chunks of 64 kB, one after the other, it would take 64 round trips. */
  @Test
  void relaysManyBytesUnchangedInAboutOneRoundTrip() throws IOException {
    byte[] bytes = new byte[4 << 20];
    new Random(1).nextBytes(bytes);
    try (Socket client = connect()) {
      long start = System.nanoTime();
      ServerProgram.start(() -> send(client, bytes));

      assertThat(client.getInputStream().readNBytes(bytes.length)).isEqualTo(bytes);
      assertThat(since(start)).isBetween(ROUND_TRIP, ROUND_TRIP.multipliedBy(20));
    }
  }

  private static void send(Socket client, byte[] bytes) {
    try {
      client.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void relaysTheEndOfTheStreamAfterTheLastByte() throws IOException {
    try (Socket client = connect()) {
      client.getOutputStream().write(new byte[] {1, 2, 3});
      client.shutdownOutput();

      assertThat(client.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void closesTheConnectionIfTheServerIsGone() throws IOException {
    echo.close();
    try (Socket client = connect()) {
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), relay.port());
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
