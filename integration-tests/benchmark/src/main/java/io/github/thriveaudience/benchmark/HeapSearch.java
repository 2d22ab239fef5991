package io.github.thriveaudience.benchmark;

import java.io.IOException;

/** Searches for the smallest heap in which a client can list an audience. */
final class HeapSearch {
  /** The JVM rounds the heap size up to a multiple of this, in megabytes. */
  static final int STEP = 2;

  private static final int MAX_MEGABYTES = 64;

  private final ChildJvm jvm;
  private final String client;
  private final String baseUri;

  HeapSearch(Workspace workspace, String baseUri, ClientKind client) throws IOException {
    this.jvm = workspace.jvm(client);
    this.client = client.id;
    this.baseUri = baseUri;
  }

  /** Searches upwards: a heap that is too small fails fast; one that barely suffices is slow. */
  int smallest(int from, int members, int times) throws IOException, InterruptedException {
    for (int megabytes = from; megabytes <= MAX_MEGABYTES; megabytes += STEP) {
      if (passes(megabytes, members, times)) {
        return megabytes;
      }
    }
    throw new IllegalStateException(client + " cannot list in " + MAX_MEGABYTES + " MB");
  }

  private boolean passes(int megabytes, int members, int times)
      throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      if (!passes(megabytes, members)) {
        return false;
      }
    }
    return true;
  }

  boolean passes(int megabytes, int members) throws IOException, InterruptedException {
    // The process ends when memory is exhausted, even if a library would catch the error.
    return jvm.with("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx" + megabytes + "m")
            .run(StreamingProgram.class, client, baseUri, String.valueOf(members))
            .status()
        == 0;
  }
}
