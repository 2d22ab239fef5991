package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/**
 * A TCP relay on the loopback interface that delays all bytes by half a round trip in each
 * direction, as a long cable would. It does not limit the throughput, loses nothing, and has no
 * congestion window. Opening a connection takes no round trip; all that is sent on it does.
 */
final class Relay implements AutoCloseable {
  private static final int BACKLOG = 64;

  private final int target;
  private final Duration delay;
  private final ServerSocket server;

  /**
   * Starts the relay on a free port.
   *
   * @param target the port of the server behind the relay
   * @param roundTrip the delay of both directions together
   */
  Relay(int target, Duration roundTrip) throws IOException {
    this.target = target;
    delay = roundTrip.dividedBy(2);
    server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    ServerProgram.start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        ServerProgram.start(() -> relay(client));
      }
    } catch (IOException e) {
      // The relay is closed.
    }
  }

  private void relay(Socket client) {
    try (client;
        Socket connection = new Socket(InetAddress.getLoopbackAddress(), target)) {
      client.setTcpNoDelay(true);
      connection.setTcpNoDelay(true);
      Thread requests = new DelayedPipe(client, connection, delay).start();
      new DelayedPipe(connection, client, delay).start().join();
      requests.join();
    } catch (IOException | InterruptedException e) {
      // Both ends are closed, which tells the client.
    }
  }

  /** Stops accepting connections. Those that exist end with their clients. */
  @Override
  public void close() throws IOException {
    server.close();
  }
}
