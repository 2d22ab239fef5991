package io.github.thriveaudience.benchmark;

import java.io.IOException;

/** Looks for the smallest heap in which one client can list. */
final class HeapSearch {
  /** The JVM rounds a heap up to this, in megabytes. */
  static final int STEP = 2;

  private static final int MOST = 64;

  private final ChildJvm jvm;
  private final String contender;
  private final String baseUri;

  HeapSearch(Workspace workspace, String baseUri, Contenders contender) throws IOException {
    this.jvm = workspace.jvm(contender);
    this.contender = contender.id;
    this.baseUri = baseUri;
  }

  /** Upwards: a heap that is too small fails fast, and one that is just enough is slow. */
  int smallest(int from, int members, int times) throws IOException, InterruptedException {
    for (int megabytes = from; megabytes <= MOST; megabytes += STEP) {
      if (passes(megabytes, members, times)) {
        return megabytes;
      }
    }
    throw new IllegalStateException(contender + " does not list in " + MOST + " MB");
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
    // Out of memory is the end even where a thread of a library would swallow it.
    return jvm.with("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xmx" + megabytes + "m")
            .run(StreamAll.class, contender, baseUri, String.valueOf(members))
            .status()
        == 0;
  }
}
