package io.github.thriveaudience.servers;

import java.net.URI;
import java.util.Map;

/** haproxy in front of an API. */
final class Haproxy implements AutoCloseable {
  private final ServerProcess process;

  private Haproxy(String mode, int upstream, String bind, String rules) {
    int port = ServerProcess.freePort();
    Map<String, String> values =
        Map.of(
            "mode", mode,
            "port", "" + port,
            "bind", bind,
            "frontend", rules,
            "upstream", "" + upstream);
    process =
        new ServerProcess(
            ServerProcess.folder("haproxy.cfg", values),
            port,
            ServerProcess.program("haproxy").orElseThrow().toString(),
            "-W",
            "-f",
            "haproxy.cfg");
  }

  /**
   * Terminates TLS.
   *
   * @param upstream the port of the API
   * @param bind TLS options besides the certificate
   * @param rules rules of the frontend
   */
  static Haproxy https(int upstream, String bind, String rules) {
    String certificate = "ssl crt " + Certificates.TEST.server().both() + " ";
    return new Haproxy("http", upstream, certificate + bind, rules);
  }

  /**
   * Forwards TCP connections.
   *
   * @param rules rules of the frontend
   */
  static Haproxy tcp(int upstream, String rules) {
    return new Haproxy("tcp", upstream, "", rules);
  }

  URI baseUri() {
    return URI.create("https://localhost:" + process.port + "/rest/v1");
  }

  URI tokenUri() {
    return URI.create("https://localhost:" + process.port + "/oauth2/token/eu-west-2_Tenant");
  }

  /** Replaces the worker process, as for a new configuration. */
  void reload() {
    process.signal("USR2");
  }

  @Override
  public void close() {
    process.close();
  }
}
