package io.github.thriveaudience.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends an inflated body that grows larger than allowed. */
final class CappedStream extends FilterInputStream {
  private final int most;
  private long read;

  CappedStream(InputStream in, int most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int some = super.read(target, offset, length);
    count(Math.max(0, some));
    return some;
  }

  private void count(int bytes) throws IOException {
    read += bytes;
    if (read > most) {
      throw new TooLargeException(most);
    }
  }
}
