package io.github.thriveaudience.servers;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** nginx as a gateway in front of an API. */
final class Nginx implements AutoCloseable {

  /** A line of its access log. */
  record Access(String protocol, int status, String target, String connection, String encoding) {
    private static Access parse(String line) {
      String[] fields = line.split("\t", -1);
      return new Access(fields[0], Integer.parseInt(fields[1]), fields[2], fields[3], fields[4]);
    }
  }

  private final ServerProcess process;
  private final String scheme;

  private Nginx(String scheme, String listen, String http, String server) {
    this.scheme = scheme;
    int port = ServerProcess.freePort();
    Map<String, String> values =
        Map.of("port", "" + port, "listen", listen, "http", http, "server", server);
    process =
        new ServerProcess(
            ServerProcess.folder("nginx.conf", values),
            port,
            ServerProcess.program("nginx").orElseThrow().toString(),
            "-p",
            ".",
            "-c",
            "nginx.conf");
  }

  /**
   * Without TLS.
   *
   * @param server directives of the server, with at least one location
   */
  static Nginx http(String server) {
    return new Nginx("http", "", "", server);
  }

  /**
   * Without TLS.
   *
   * @param http directives of all servers
   */
  static Nginx http(String http, String server) {
    return new Nginx("http", "", http, server);
  }

  /** With TLS. */
  static Nginx https(Certificates.Identity identity, String server) {
    return new Nginx("https", "ssl", "", certificate(identity) + server);
  }

  /** With TLS, over HTTP/2 or HTTP/1.1. */
  static Nginx http2(Certificates.Identity identity, String http, String server) {
    return new Nginx("https", "ssl http2", http, certificate(identity) + server);
  }

  private static String certificate(Certificates.Identity identity) {
    return "ssl_certificate %s; ssl_certificate_key %s;\n"
        .formatted(identity.certificate(), identity.key());
  }

  /** Forwards each request unchanged to a server on this port. */
  static String proxyTo(int port) {
    return "location / { proxy_pass http://127.0.0.1:%d; }\n".formatted(port);
  }

  int port() {
    return process.port;
  }

  URI baseUri() {
    return URI.create(scheme + "://localhost:" + process.port + "/rest/v1");
  }

  URI tokenUri() {
    return URI.create(scheme + "://localhost:" + process.port + "/oauth2/token/eu-west-2_Tenant");
  }

  /** Stops at once: requests in flight get no response. */
  void stop() {
    process.stop("TERM");
  }

  void start() {
    process.start();
  }

  /**
   * Stops, then returns the log. A request is logged after its response, so the log is complete.
   */
  List<Access> endAndLog() {
    process.stop("QUIT");
    return process.lines("access.log").stream().map(Access::parse).toList();
  }

  @Override
  public void close() {
    process.close();
  }
}
