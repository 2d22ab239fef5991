package io.github.thriveaudience.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;

/** Starts the server as a process and ends it. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final URI baseUri;

  ServerProcess(ChildJvm jvm) throws IOException {
    process = jvm.start(PageServer.class);
    BufferedReader out = process.inputReader();
    baseUri = URI.create("http://127.0.0.1:" + out.readLine() + "/rest/v1");
  }

  URI baseUri() {
    return baseUri;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
