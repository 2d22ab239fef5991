package io.github.thriveaudience.quickstart;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.Extension;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import java.net.URI;

/** WireMock with the stubs of the API spec, on a free port of the loopback interface. */
public final class StubServer implements AutoCloseable {
  /** The API secret that the stubs accept. It is published and protects nothing. */
  public static final Credentials BASIC =
      Credentials.basic("eu-west-2_Quickstart", "quickstart-secret");

  /** The client that the stubs accept. It is published and protects nothing. */
  public static final OAuth2Credentials OAUTH2 =
      Credentials.oauth2("eu-west-2_Quickstart", "quickstart-client", "quickstart-client-secret");

  private static final String LOOPBACK = "127.0.0.1";

  private final WireMockServer server;

  /**
   * Starts the server.
   *
   * @param extensions extensions of WireMock
   */
  public StubServer(Extension... extensions) {
    server =
        new WireMockServer(
            options()
                .bindAddress(LOOPBACK)
                .dynamicPort()
                .usingFilesUnderClasspath("thrive-audience/stubs")
                .extensions(extensions));
    server.start();
  }

  /**
   * The address of the stubs.
   *
   * @return the base URI for a client
   */
  public URI baseUri() {
    return address("/rest/v1");
  }

  /**
   * The address of the stubs' token endpoint.
   *
   * @return the token URI for a client
   */
  public URI tokenUri() {
    return address("/oauth2/token/" + OAUTH2.tenantId());
  }

  /** Lets {@code changing-team} be as after its first reading. */
  void change() {
    server.setScenarioState("changing-team", "changed");
  }

  private URI address(String path) {
    return URI.create("http://" + LOOPBACK + ":" + server.port() + path);
  }

  @Override
  public void close() {
    server.stop();
  }
}
