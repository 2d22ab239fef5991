package io.github.thriveaudience.quickstart;

import java.io.IOException;
import java.io.OutputStream;

/** An output whose reader has gone. */
final class ClosedOutput extends OutputStream {

  @Override
  public void write(int b) throws IOException {
    throw new IOException("Broken pipe");
  }
}
