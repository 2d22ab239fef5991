package io.github.thriveaudience.benchmark;

import java.io.IOException;
import java.net.URI;

/** Starts a server as a process and ends it. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final int port;
  private final URI baseUri;

  /**
   * Starts a program that prints its port.
   *
   * @param scheme the scheme of the API behind the port
   */
  ServerProcess(String scheme, ChildJvm jvm, Class<?> main, String... arguments)
      throws IOException {
    process = jvm.start(main, arguments);
    port = Integer.parseInt(process.inputReader().readLine());
    baseUri = URI.create(scheme + "://127.0.0.1:" + port + "/rest/v1");
  }

  static ServerProcess http(ChildJvm jvm) throws IOException {
    return new ServerProcess("http", jvm, PageServer.class, "http");
  }

  /** The JVM needs a key store as its property {@code javax.net.ssl.keyStore}. */
  static ServerProcess https(ChildJvm jvm) throws IOException {
    return new ServerProcess("https", jvm, PageServer.class, "https");
  }

  /** A relay before this server. */
  ServerProcess relay(ChildJvm jvm, int roundTripMillis) throws IOException {
    return new ServerProcess(
        baseUri.getScheme(),
        jvm,
        RelayProgram.class,
        String.valueOf(port),
        String.valueOf(roundTripMillis));
  }

  URI baseUri() {
    return baseUri;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
