package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * One direction of a relayed connection. One thread receives and stamps each chunk of bytes,
 * another sends it when it is due, so that any number of chunks can be in flight.
 */
final class DelayedPipe {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final BlockingQueue<Chunk> inFlight = new LinkedBlockingQueue<>();
  private final Socket from;
  private final Socket to;
  private final Duration delay;

  DelayedPipe(Socket from, Socket to, Duration delay) {
    this.from = from;
    this.to = to;
    this.delay = delay;
  }

  /**
   * Bytes that were received at the same time.
   *
   * @param bytes the bytes, or none for the end of the stream
   * @param due when they must be sent, by {@link System#nanoTime()}
   */
  private record Chunk(byte[] bytes, long due) {
    boolean isEnd() {
      return bytes.length == 0;
    }
  }

  /** Starts both threads and returns the one that ends when the last byte has been sent. */
  Thread start() {
    ServerProgram.start(this::receive);
    return ServerProgram.start(this::send);
  }

  private void receive() {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = from.getInputStream();
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        add(Arrays.copyOf(buffer, length));
      }
    } catch (IOException e) {
      // A reset is relayed as an end.
    }
    add(new byte[0]);
  }

  private void add(byte[] bytes) {
    inFlight.add(new Chunk(bytes, System.nanoTime() + delay.toNanos()));
  }

  private void send() {
    try {
      for (Chunk chunk = nextDue(); !chunk.isEnd(); chunk = nextDue()) {
        to.getOutputStream().write(chunk.bytes);
      }
      to.shutdownOutput();
    } catch (IOException | InterruptedException e) {
      closeSource();
    }
  }

  private Chunk nextDue() throws InterruptedException {
    Chunk chunk = inFlight.take();
    long left = chunk.due - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = chunk.due - System.nanoTime();
    }
    return chunk;
  }

  /** The receiver is gone, so the sender must stop. */
  private void closeSource() {
    try {
      from.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }
}
