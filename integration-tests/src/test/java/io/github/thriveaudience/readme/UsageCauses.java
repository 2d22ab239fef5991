package io.github.thriveaudience.readme;

import static io.github.thriveaudience.readme.Cause.reading;
import static io.github.thriveaudience.readme.Cause.thrownBy;

import com.fasterxml.jackson.core.Version;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.internal.response.JacksonVersion;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.quickstart.StubServer;
import io.github.thriveaudience.testing.ThriveStubs;
import java.net.Authenticator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Settings, arguments and surroundings that are the user's own. */
final class UsageCauses {
  private static final Version JACKSON_2_17 = new Version(2, 17, 2, null, null, null);

  private static final Path MISSING = Path.of("no-such-secret");

  private UsageCauses() {}

  static void addTo(Map<String, Cause> causes) {
    causes.put("proxy with a password needs the system property", UsageCauses::proxyPassword);
    causes.put(
        "has no effect on a given httpClient: set it there",
        server ->
            thrownBy(
                server.builder().proxy("proxy", 3128).httpClient(HttpClient.newHttpClient())
                    ::build));
    causes.put(
        "httpClient must not follow redirects",
        server -> given(HttpClient.newBuilder().followRedirects(Redirect.NORMAL)));
    causes.put(
        "httpClient must not have an authenticator",
        server ->
            Runtime.version().feature() >= 25
                ? "IllegalArgumentException: httpClient must not have an authenticator"
                : given(HttpClient.newBuilder().authenticator(new Authenticator() {})));
    causes.put(
        "must not contain control characters; is there a line break at its end?",
        server -> thrownBy(() -> Credentials.basic("eu-west-2_Tenant", "hush\n")));
    causes.put(
        "header must not be",
        server -> thrownBy(() -> server.builder().header("Authorization", "Bearer hush")));
    causes.put(
        "has a line break or another control character; is there one at its end?",
        server -> thrownBy(() -> server.builder().header("X-Api-Gateway-Key", "hush\n")));
    causes.put(
        "The supplier of the header",
        server -> reading(server.builder().header("X-Api-Gateway-Key", () -> "hush\n")));
    causes.put(
        "must be https; http is for loopback hosts only",
        server -> thrownBy(() -> server.builder().baseUri(URI.create("http://proxy.example.com"))));
    causes.put(
        "with baseUri and OAuth credentials tokenUri must be set too",
        server -> thrownBy(server.builder().credentials(StubServer.OAUTH2)::build));
    causes.put(
        "between slashes or backslashes", server -> reading(server.builder(), "a/../tech-team"));
    causes.put("the state is of the", UsageCauses::stateOfAnotherAudience);
    causes.put(
        "The state file",
        server -> thrownBy(() -> MembershipState.read(Path.of("no-such-state.jsonl"))));
    causes.put(
        "The supplier of the credentials failed",
        server -> reading(server.builder().credentials(Credentials.fromFiles(MISSING, MISSING))));
    causes.put(
        "returned what cannot be used",
        server -> reading(server.builder().credentials(() -> StubServer.OAUTH2)));
    causes.put("which would wait for itself", UsageCauses::supplierThatUsesItsClient);
    causes.put("this client is closed", UsageCauses::closedClient);
    causes.put("The thread was interrupted while it waited for", UsageCauses::interruption);
    causes.put(
        "this client needs Jackson 2.18 or newer",
        server -> thrownBy(() -> JacksonVersion.check("jackson-core", JACKSON_2_17)));
    causes.put(
        "java/beans/IntrospectionException",
        server -> SmallRuntime.reading(server, "java.net.http,java.logging"));
    causes.put("HttpClient-…-SelectorManager", UsageCauses::threadOfTheJdk);
  }

  private static String given(HttpClient.Builder http) {
    return thrownBy(() -> AudienceMembersClient.builder().httpClient(http.build()));
  }

  /** With the system property as the JDK sets it. */
  private static String proxyPassword(SnippetServer server) {
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

  private static String stateOfAnotherAudience(SnippetServer server) {
    try (AudienceMembersClient client = server.builder().build()) {
      MembershipState state =
          client.members("one-member-team").changesSince(KnownMembers.none()).newState();
      return thrownBy(() -> client.members("tech-team").changesSince(state));
    }
  }

  private static String supplierThatUsesItsClient(SnippetServer server) {
    AtomicReference<AudienceMembersClient> own = new AtomicReference<>();
    AudienceMembersClient.Builder builder =
        server
            .builder()
            .credentials(
                () -> {
                  own.get().members("secrets");
                  return ThriveStubs.credentials();
                });
    try (AudienceMembersClient client = builder.build()) {
      own.set(client);
      return thrownBy(() -> client.members("tech-team").page(1));
    }
  }

  private static String closedClient(SnippetServer server) {
    AudienceMembersClient client = server.builder().build();
    client.close();
    return thrownBy(() -> client.members("tech-team").stream().toList());
  }

  private static String interruption(SnippetServer server) {
    Thread.currentThread().interrupt();
    try {
      return reading(server.builder());
    } finally {
      Thread.interrupted();
    }
  }

  /** From Java 21 on, the JDK ends its thread when the client is closed: look before. */
  private static String threadOfTheJdk(SnippetServer server) {
    AudienceMembersClient client = server.builder().build();
    try (client) {
      client.members("tech-team").page(1);
      if (Runtime.version().feature() >= 21) {
        return daemonThreads();
      }
    }
    return daemonThreads();
  }

  private static String daemonThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isDaemon)
        .map(Thread::getName)
        .collect(Collectors.joining(", "));
  }
}
