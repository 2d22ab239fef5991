package io.github.thriveaudience.servers;

import java.net.URI;
import java.util.Map;

/** haproxy before an API. */
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
   * Over TLS.
   *
   * @param upstream the port of the API
   * @param bind options of its TLS beside its certificate
   * @param rules of its frontend
   */
  static Haproxy https(int upstream, String bind, String rules) {
    String certificate = "ssl crt " + Certificates.TEST.server().both() + " ";
    return new Haproxy("http", upstream, certificate + bind, rules);
  }

  /**
   * Of connections, in which it does not look.
   *
   * @param rules of its frontend
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

  /** Puts a new process in its own place, as for a new configuration. */
  void reload() {
    process.signal("USR2");
  }

  @Override
  public void close() {
    process.close();
  }
}
