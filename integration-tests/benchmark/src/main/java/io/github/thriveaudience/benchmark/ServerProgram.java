package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.io.OutputStream;

/** What the programs have in common that {@link ServerProcess} starts. */
final class ServerProgram {
  private ServerProgram() {}

  /** Starts a thread that does not keep the process alive. */
  static Thread start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Prints the port and waits until standard input ends, which happens when the parent ends. */
  static void serve(int port) throws IOException {
    System.out.println(port);
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
