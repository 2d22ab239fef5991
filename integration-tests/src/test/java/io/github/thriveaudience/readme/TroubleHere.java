package io.github.thriveaudience.readme;

import static io.github.thriveaudience.readme.Trouble.thrownBy;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Map.entry;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.quickstart.StubServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** What goes wrong on the user's side or on the way, by the words that the user sees. */
final class TroubleHere {
  static final Map<String, Trouble> BY_WORDS =
      Map.ofEntries(
          entry("its certificate is not trusted", server -> untrusted(server.builder())),
          entry(
              "The connection to … was refused",
              server -> page(server.builder().baseUri(nobodyListens()))),
          entry(
              "The host name … cannot be resolved",
              server -> page(server.builder().baseUri(URI.create("https://no-such-api.invalid")))),
          entry("proxy with a password needs the system property", TroubleHere::disabled),
          entry(
              "has no effect on a given httpClient: set it there",
              server ->
                  thrownBy(
                      server.builder().proxy("proxy", 3128).httpClient(HttpClient.newHttpClient())
                          ::build)),
          entry("No connection to … came about in time.", server -> noConnection(server.builder())),
          entry("No whole answer came from … within … ms.", server -> tooLate(server.builder())),
          entry(
              "httpClient must not follow redirects",
              server -> given(HttpClient.newBuilder().followRedirects(Redirect.NORMAL))),
          entry(
              "httpClient must not have an authenticator",
              server -> given(HttpClient.newBuilder().authenticator(new Authenticator() {}))),
          entry(
              "must not contain control characters; is there a line break at its end?",
              server -> thrownBy(() -> Credentials.basic("eu-west-2_Tenant", "hush\n"))),
          entry(
              "must be https; http is for loopback hosts only",
              server ->
                  thrownBy(() -> server.builder().baseUri(URI.create("http://proxy.example.com")))),
          entry(
              "with baseUri and OAuth credentials tokenUri must be set too",
              server -> thrownBy(server.builder().credentials(StubServer.OAUTH2)::build)),
          entry(
              "between slashes or backslashes", server -> page(server.builder(), "a/../tech-team")),
          entry("this client is closed", server -> closed(server.builder())),
          entry(
              "The thread was interrupted while it waited for",
              server -> interrupted(server.builder())),
          entry("StreamReadConstraints$Builder.maxTokenCount(long)", server -> neededOfJackson()),
          entry("HttpClient-…-SelectorManager", server -> threads(server.builder())));

  private TroubleHere() {}

  private static String page(AudienceMembersClient.Builder builder) {
    return page(builder, "tech-team");
  }

  private static String page(AudienceMembersClient.Builder builder, String audience) {
    try (AudienceMembersClient client = builder.build()) {
      return thrownBy(() -> client.members(audience).page(1));
    }
  }

  private static String untrusted(AudienceMembersClient.Builder builder) {
    WireMockServer tls =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort());
    tls.start();
    try {
      return page(builder.baseUri(URI.create("https://localhost:" + tls.httpsPort())));
    } finally {
      tls.stop();
    }
  }

  private static URI nobodyListens() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return address(socket);
    }
  }

  private static String tooLate(AudienceMembersClient.Builder builder) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return page(builder.baseUri(address(silent)).requestTimeout(Duration.ofMillis(100)));
    }
  }

  /** A handshake that does not come about is a part of connecting. */
  private static String noConnection(AudienceMembersClient.Builder builder) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return page(
          builder
              .baseUri(URI.create("https://localhost:" + silent.getLocalPort()))
              .connectTimeout(Duration.ofMillis(100)));
    }
  }

  private static URI address(ServerSocket socket) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  private static String given(HttpClient.Builder http) {
    String seen = thrownBy(() -> AudienceMembersClient.builder().httpClient(http.build()));
    // From Java 25 on an authenticator does no harm.
    return seen.equals("nothing is thrown") && Runtime.version().feature() >= 25
        ? "IllegalArgumentException: httpClient must not have an authenticator"
        : seen;
  }

  /** With the property as the JDK has it. */
  private static String disabled(SnippetServer server) {
    String property = "jdk.http.auth.tunneling.disabledSchemes";
    String before = System.setProperty(property, "Basic");
    try {
      return thrownBy(
          server
                  .builder()
                  .baseUri(URI.create("https://api.example.com"))
                  .proxy("proxy", 3128, "me", "hush")
              ::build);
    } finally {
      System.setProperty(property, before);
    }
  }

  private static String closed(AudienceMembersClient.Builder builder) {
    AudienceMembersClient client = builder.build();
    client.close();
    return thrownBy(() -> client.members("tech-team").stream().toList());
  }

  private static String interrupted(AudienceMembersClient.Builder builder) {
    Thread.currentThread().interrupt();
    try {
      return page(builder);
    } finally {
      Thread.interrupted();
    }
  }

  /** What the client's own code calls, and an older Jackson does not have. */
  private static String neededOfJackson() throws Exception {
    String decoder = "/io/github/thriveaudience/internal/http/StrictJson.class";
    try (InputStream file = AudienceMembersClient.class.getResourceAsStream(decoder)) {
      String constants = new String(file.readAllBytes(), ISO_8859_1);
      boolean needed = constants.contains("maxTokenCount");
      return (needed ? "NoSuchMethodError: " : "not needed: ")
          + StreamReadConstraints.Builder.class.getMethod("maxTokenCount", long.class);
    }
  }

  /** Those that are there after the end or, where the end takes them along, before it. */
  private static String threads(AudienceMembersClient.Builder builder) {
    AudienceMembersClient client = builder.build();
    try (client) {
      client.members("tech-team").page(1);
      if (Runtime.version().feature() >= 21) {
        return daemons();
      }
    }
    return daemons();
  }

  private static String daemons() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isDaemon)
        .map(Thread::getName)
        .collect(Collectors.joining(", "));
  }
}
