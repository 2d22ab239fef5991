package io.github.thriveaudience.internal.response;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** A body in the buffers in which it was received, which are not joined. For one thread, once. */
public final class ByteBufferInputStream extends InputStream {
  private final Deque<ByteBuffer> buffers = new ArrayDeque<>();
  private int available;

  /** Adds a buffer that is not empty and will not change. */
  void add(ByteBuffer buffer) {
    buffers.add(buffer);
    available += buffer.remaining();
  }

  @Override
  public int available() {
    return available;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    ByteBuffer buffer = buffers.peek();
    if (buffer == null) {
      return -1;
    }
    int some = Math.min(length, buffer.remaining());
    buffer.get(target, offset, some);
    available -= some;
    if (!buffer.hasRemaining()) {
      buffers.remove();
    }
    return some;
  }
}
