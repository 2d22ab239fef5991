package io.github.thriveaudience.testing;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.ClientListener;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** WireMock with the stubs and the scenarios, on a free port of the loopback interface. */
final class LocalServer {
  private static final String LOOPBACK = "127.0.0.1";

  /** Requests that get no response hold their threads. */
  private static final int THREADS = 100;

  private final CallsOfTests calls = new CallsOfTests();
  private final SpecWatch watch = new SpecWatch(calls);
  private final Tenant tenant = new Tenant(watch);
  private final ScriptedAudiences audiences = new ScriptedAudiences(tenant, calls);
  private final WireMockServer server;

  LocalServer() {
    server =
        new WireMockServer(
            options()
                .bindAddress(LOOPBACK)
                .dynamicPort()
                .containerThreads(THREADS)
                .mappingSource(new SpecMappings(tenant, audiences))
                .extensions(watch, new ScriptedResponses(tenant, audiences)));
    server.start();
    warmUp();
    reset();
  }

  /** The first call takes longer than later ones, and could take longer than a test allows. */
  private void warmUp() {
    try (AudienceMembersClient client =
        AudienceMembersClient.builder()
            .baseUri(address("/rest/v1"))
            .credentials(ThriveStubs.credentials())
            .build()) {
      client.members("tech-team").page(1);
    } catch (ThriveException ignored) {
      // Stubs that violate the spec: the tests name what is wrong with them.
    }
  }

  /**
   * Checks that a server runs.
   *
   * @throws IllegalStateException if it does not
   */
  static LocalServer requireRunning(@Nullable LocalServer server) {
    if (server == null) {
      throw new IllegalStateException(
          "These stubs are stopped. As an extension they run during the tests of their class;"
              + " without JUnit, until close()");
    }
    return server;
  }

  URI address(String path) {
    return URI.create("http://" + LOOPBACK + ":" + server.port() + path);
  }

  void give(String audience, AudiencePlan plan) {
    audiences.give(audience, plan);
  }

  /** To be notified of the calls of each client of the kit. */
  ClientListener calls() {
    return calls;
  }

  SpecWatch watch() {
    return watch;
  }

  WireMockServer wireMock() {
    return server;
  }

  /** Forgets all requests, scenarios, tokens and stubs that a test has added. */
  void reset() {
    watch.reset();
    audiences.reset();
    tenant.reset();
    server.resetToDefaultMappings();
    server.resetRequests();
  }

  void stop() {
    audiences.reset();
    server.stop();
  }
}
