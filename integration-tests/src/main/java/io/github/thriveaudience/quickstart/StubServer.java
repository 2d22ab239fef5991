package io.github.thriveaudience.quickstart;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.thriveaudience.auth.Credentials;
import java.net.URI;

/** WireMock with the stubs of the API spec, on a free port of the loopback interface. */
public final class StubServer implements AutoCloseable {
  /** The only credentials that the stubs accept. They are published and protect nothing. */
  public static final Credentials CREDENTIALS =
      Credentials.basic("eu-west-2_Quickstart", "quickstart-secret");

  private static final String LOOPBACK = "127.0.0.1";

  private final WireMockServer server =
      new WireMockServer(
          options()
              .bindAddress(LOOPBACK)
              .dynamicPort()
              .usingFilesUnderClasspath("thrive-audience/stubs"));

  /** Starts the server. */
  public StubServer() {
    server.start();
  }

  /**
   * Where the stubs answer.
   *
   * @return the base URI for a client
   */
  public URI baseUri() {
    return URI.create("http://" + LOOPBACK + ":" + server.port() + "/rest/v1");
  }

  @Override
  public void close() {
    server.stop();
  }
}
