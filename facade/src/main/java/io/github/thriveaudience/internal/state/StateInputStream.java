package io.github.thriveaudience.internal.state;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file that remembers how it ended. For one thread. */
final class StateInputStream extends FilterInputStream {
  private boolean empty = true;
  private boolean ended;
  private int last = -1;

  StateInputStream(InputStream file) {
    super(file);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read > 0) {
      empty = false;
      last = target[offset + read - 1];
    }
    ended |= read < 0;
    return read;
  }

  boolean isEmpty() {
    return empty;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Whether the last byte that was read is a line feed. */
  boolean endsWithLineFeed() {
    return last == '\n';
  }
}
