package io.github.thriveaudience.internal.response;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails when an inflated body is larger than its maximum, and notes when its end is reached. */
final class LimitedInputStream extends FilterInputStream {
  private final int max;
  private long read;
  private boolean ended;

  LimitedInputStream(InputStream in, int max) {
    super(in);
    this.max = max;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? -1 : 1);
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int some = super.read(target, offset, length);
    count(some);
    return some;
  }

  /** Whether the end was reached. */
  boolean hasEnded() {
    return ended;
  }

  private void count(int bytes) throws IOException {
    if (bytes < 0) {
      ended = true;
      return;
    }
    read += bytes;
    if (read > max) {
      throw new ResponseTooLargeException(max);
    }
  }
}
