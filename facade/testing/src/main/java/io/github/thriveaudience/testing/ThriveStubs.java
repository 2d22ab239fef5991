package io.github.thriveaudience.testing;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.internal.config.PathSegments;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server of the API on a free port of the loopback interface, for tests of programs that use the
 * client, or any other. It has the audiences of the API spec's stubs, such as {@code tech-team},
 * and those that a test gives it.
 *
 * <pre>{@code
 * class NightlyJobTest {
 *   @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();
 *
 *   @Test
 *   void isDoneDespiteThrottling() {
 *     STUBS.given("tech-team", members(250), throttledOnce());
 *
 *     assertEquals(250, STUBS.client().members("tech-team").stream().count());
 *     assertEquals(List.of(1, 1, 2, 3), STUBS.requestedPages("tech-team"));
 *   }
 * }
 * }</pre>
 *
 * <p>As an extension of JUnit 5, in a static field or not, it starts and stops with the tests.
 * Before each test it forgets what was given and received; after it, it closes the clients that it
 * gave, and fails the test if a request violates the API's spec, whichever program sent it: see
 * {@link ViolatesSpec}. Without JUnit, close it at the end, and call {@link #reset} and {@link
 * #verify}.
 *
 * <p>Thread-safe, but its tests must run one after the other. Classes that run in parallel need one
 * each.
 */
public final class ThriveStubs
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        AutoCloseable {
  /** The Tenant ID that the stubs accept. */
  public static final String TENANT_ID = Tenant.ID;

  /** The API secret that the stubs accept. It is published and protects nothing. */
  public static final String API_SECRET = "quickstart-secret";

  /** The Client ID that the stubs accept. */
  public static final String CLIENT_ID = "quickstart-client";

  /** The Client Secret that the stubs accept. It is published and protects nothing. */
  public static final String CLIENT_SECRET = "quickstart-client-secret";

  private final TestLifecycle lifecycle = new TestLifecycle();
  private final GivenClients ofClass = new GivenClients();
  private final GivenClients ofTest = new GivenClients();
  private volatile @Nullable LocalServer server = new LocalServer();

  private ThriveStubs() {}

  /**
   * Starts a server.
   *
   * @return the running server
   */
  public static ThriveStubs start() {
    return new ThriveStubs();
  }

  /**
   * Returns the address of the API, for {@code baseUri}.
   *
   * @return such as {@code http://127.0.0.1:40675/rest/v1}
   * @throws IllegalStateException if this is stopped
   */
  public URI url() {
    return running().address("/rest/v1");
  }

  /**
   * Returns the address of the token endpoint, for {@code tokenUri}.
   *
   * @return such as {@code http://127.0.0.1:40675/oauth2/token/eu-west-2_Quickstart}
   * @throws IllegalStateException if this is stopped
   */
  public URI tokenUrl() {
    return running().address("/oauth2/token/" + TENANT_ID);
  }

  /**
   * Returns a client with HTTP Basic, as {@link #builder} has it. It is the same until the test
   * ends, which closes it.
   *
   * @return an open client
   * @throws IllegalStateException if this is stopped
   */
  public AudienceMembersClient client() {
    return clients().get(GivenClients.Kind.BASIC, this::builder);
  }

  /**
   * Returns a client with OAuth, as {@link #oauthBuilder} has it. It is the same until the test
   * ends, which closes it.
   *
   * @return an open client
   * @throws IllegalStateException if this is stopped
   */
  public AudienceMembersClient oauthClient() {
    return clients().get(GivenClients.Kind.OAUTH, this::oauthBuilder);
  }

  private GivenClients clients() {
    running();
    return lifecycle.isInTest() ? ofTest : ofClass;
  }

  /**
   * Starts the configuration of a client with HTTP Basic, to which a test can add. Its pages have
   * 100 members. It waits for a response for 1 second and makes a call for 2 seconds at most, so
   * that it gives up soon; and {@code requestsPerSecond} is 1e9, so that it need not find out after
   * a 429 how many are allowed.
   *
   * @return a builder; the caller closes what it builds
   * @throws IllegalStateException if this is stopped
   */
  public AudienceMembersClient.Builder builder() {
    return GivenClients.builder()
        .baseUri(url())
        .credentials(credentials())
        .addListener(running().calls());
  }

  /**
   * Starts the configuration of a client with OAuth, otherwise as {@link #builder} does.
   *
   * @return a builder; the caller closes what it builds
   * @throws IllegalStateException if this is stopped
   */
  public AudienceMembersClient.Builder oauthBuilder() {
    return builder().credentials(oauthCredentials()).tokenUri(tokenUrl());
  }

  /**
   * The credentials for HTTP Basic that the stubs accept.
   *
   * @return {@link #TENANT_ID} with {@link #API_SECRET}
   */
  public static Credentials credentials() {
    return Credentials.basic(TENANT_ID, API_SECRET);
  }

  /**
   * The credentials for OAuth that the stubs accept.
   *
   * @return {@link #TENANT_ID} with {@link #CLIENT_ID} and {@link #CLIENT_SECRET}
   */
  public static OAuth2Credentials oauthCredentials() {
    return Credentials.oauth2(TENANT_ID, CLIENT_ID, CLIENT_SECRET);
  }

  /**
   * Gives an audience its members and what goes wrong with them, in place of what the stubs have or
   * an earlier call gave. Only faults have an order.
   *
   * @param audience the id or the reference of any audience, not blank
   * @param scenarios see {@link Scenarios}; without {@code members}, the audience has 250
   * @return this
   * @throws IllegalArgumentException if the client does not accept the audience, or if the
   *     scenarios contradict each other or the list; the message names them. Nothing is changed
   *     then
   * @throws NullPointerException if a scenario is null
   * @throws IllegalStateException if this is stopped
   */
  public ThriveStubs given(String audience, Scenario... scenarios) {
    PathSegments.check("audience", audience);
    running().give(audience, PlanBuilder.plan(scenarios));
    return this;
  }

  /**
   * Returns the requests since the test began, in the order of their arrival, those for tokens too.
   * A page that a client of an earlier test has requested ahead is left out, even if it arrives
   * late.
   *
   * @return a copy
   * @throws IllegalStateException if this is stopped
   */
  public List<ReceivedRequest> requests() {
    return running().watch().requests();
  }

  /**
   * Returns the pages of an audience that were requested, in the order of the requests, retries
   * included.
   *
   * @param audience its id or reference
   * @return page numbers
   * @throws IllegalStateException if this is stopped
   */
  public List<Integer> requestedPages(String audience) {
    return running().watch().requestedPages(audience);
  }

  /**
   * Returns the violations of the API's spec by the requests so far.
   *
   * @return sentences without secrets
   * @throws IllegalStateException if this is stopped
   */
  public List<String> violations() {
    return running().watch().violations();
  }

  /**
   * Checks that no request violates the API's spec, and that each scenario could occur. After each
   * test, JUnit does that.
   *
   * @throws AssertionError with all violations, if there are any
   * @throws IllegalStateException if this is stopped
   */
  public void verify() {
    running().watch().verify(false);
  }

  /**
   * Forgets scenarios, tokens, requests, violations, and stubs that were added to {@link
   * #wireMock}. Requests without a response end with a reset. Before each test, JUnit does that.
   *
   * @throws IllegalStateException if this is stopped
   */
  public void reset() {
    running().reset();
  }

  /**
   * Returns the server, for stubs beyond those of the API spec. A stub of a test precedes those of
   * the spec with {@code atPriority(1)}.
   *
   * @return the running server
   * @throws IllegalStateException if this is stopped
   */
  public WireMockServer wireMock() {
    return running().wireMock();
  }

  private LocalServer running() {
    return LocalServer.requireRunning(server);
  }

  /** Stops the server, and closes the clients that it gave. Closing twice has no effect. */
  @Override
  public synchronized void close() {
    ofTest.close();
    ofClass.close();
    LocalServer stopping = server;
    if (stopping != null) {
      stopping.stop();
      server = null;
    }
  }

  /** Starts again if several classes share the field of a base class. For JUnit. */
  @Override
  public synchronized void beforeAll(ExtensionContext context) {
    lifecycle.beginClass();
    if (server == null) {
      server = new LocalServer();
    }
  }

  /** Forgets what was before the test. For JUnit. */
  @Override
  public void beforeEach(ExtensionContext context) {
    lifecycle.beginTest(context);
    reset();
  }

  /** Checks the requests of the test, and closes its clients. For JUnit. */
  @Override
  public void afterEach(ExtensionContext context) {
    if (!lifecycle.isTest(context)) {
      return; // It did not begin, since another one runs.
    }
    ofTest.close();
    try {
      running().watch().verify(TestLifecycle.mayViolateSpec(context));
    } finally {
      if (lifecycle.endTest()) {
        close();
      }
    }
  }

  /** Stops the server. For JUnit. */
  @Override
  public void afterAll(ExtensionContext context) {
    if (lifecycle.endClass()) {
      close();
    }
  }
}
