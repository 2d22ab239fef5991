package io.github.thriveaudience.quickstart;

import com.github.tomakehurst.wiremock.http.RequestListener;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.testing.ThriveStubs;
import java.net.URI;

/** The stubs of the API spec, as the test kit serves them. */
public final class StubServer implements AutoCloseable {
  /** The API secret that the stubs accept. It is published and protects nothing. */
  public static final Credentials BASIC = ThriveStubs.credentials();

  /** The client that the stubs accept. It is published and protects nothing. */
  public static final OAuth2Credentials OAUTH2 = ThriveStubs.oauthCredentials();

  private final ThriveStubs stubs = ThriveStubs.start();

  /**
   * Starts the server.
   *
   * @param listeners are notified of each request before its response is sent
   */
  public StubServer(RequestListener... listeners) {
    for (RequestListener listener : listeners) {
      stubs.wireMock().addMockServiceRequestListener(listener);
    }
  }

  /**
   * The server, to add stubs and to look at requests.
   *
   * @return the running server
   */
  public ThriveStubs stubs() {
    return stubs;
  }

  /**
   * The address of the stubs.
   *
   * @return the base URI for a client
   */
  public URI baseUri() {
    return stubs.url();
  }

  /**
   * The address of the stubs' token endpoint.
   *
   * @return the token URI for a client
   */
  public URI tokenUri() {
    return stubs.tokenUrl();
  }

  /** Lets {@code changing-team} be as after its first reading. */
  void change() {
    stubs.wireMock().setScenarioState("changing-team", "changed");
  }

  @Override
  public void close() {
    stubs.close();
  }
}
