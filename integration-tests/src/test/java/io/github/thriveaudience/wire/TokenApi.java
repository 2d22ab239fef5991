package io.github.thriveaudience.wire;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ContractValidator;
import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.token.TokenAuthentication;
import io.github.thriveaudience.internal.token.TokenCache;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An API with 25 members and tokens that are valid for an hour of virtual time. It counts requests,
 * and can revoke tokens, fail and wait.
 */
final class TokenApi implements ResponseDefinitionTransformerV2, AutoCloseable {
  private static final int MEMBERS = 25;
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final String BEARER = "Bearer ";

  final AtomicInteger tokenRequests = new AtomicInteger();
  final AtomicInteger pages = new AtomicInteger();
  final AtomicInteger rejected = new AtomicInteger();

  /** The response of the token endpoint in place of a token, or null. */
  final AtomicReference<ResponseDefinitionBuilder> errorResponse = new AtomicReference<>();

  /** Blocks the token endpoint while a test is registered. */
  final Phaser gate = new Phaser();

  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
  private final TestTime clock;
  private final WireMockServer server;

  TokenApi(TestTime clock, ContractValidator validator) {
    this.clock = clock;
    this.server = Simulators.start(validator, this);
  }

  URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.port() + "/rest/v1");
  }

  URI tokenUri() {
    return URI.create("http://127.0.0.1:" + server.port() + "/oauth2/token/eu-west-2_Tenant");
  }

  AudienceMembersClient client() {
    return AudienceMembersClient.builder()
        .baseUri(baseUri())
        .tokenUri(tokenUri())
        .credentials(WireTest.OAUTH2)
        .pageSize(10)
        .build();
  }

  /** A gateway to this server in virtual time. */
  MembersGateway gateway() {
    return new MembersGateway(
        new Endpoint("TEST", baseUri()),
        new TokenAuthentication(tokens(), clock),
        GatewayFixtures.connection(clock, 2));
  }

  TokenCache tokens() {
    return GatewayFixtures.tokens(
        tokenUri(), WireTest.OAUTH2, GatewayFixtures.connection(clock, 1));
  }

  void revokeAll() {
    tokens.clear();
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Request request = event.getRequest();
    return (request.getUrl().startsWith("/oauth2/token/") ? token() : page(request)).build();
  }

  private ResponseDefinitionBuilder token() {
    String value = WireTest.SECRET + "-token-" + tokenRequests.incrementAndGet();
    if (gate.getRegisteredParties() > 0) {
      gate.awaitAdvance(0);
    }
    if (errorResponse.get() != null) {
      return errorResponse.get();
    }
    tokens.put(value, clock.instant().plus(LIFETIME));
    return WireTest.json(
        """
        {"access_token":"%s","token_type":"bearer","expires_in":%d}"""
            .formatted(value, LIFETIME.toSeconds()));
  }

  private ResponseDefinitionBuilder page(Request request) {
    String header = request.getHeader("Authorization");
    Instant expiry = tokens.getOrDefault(header.substring(BEARER.length()), Instant.MIN);
    if (!header.startsWith(BEARER) || !clock.instant().isBefore(expiry)) {
      rejected.incrementAndGet();
      return WireTest.json("{\"status\":401}").withStatus(401);
    }
    pages.incrementAndGet();
    int page = Integer.parseInt(request.queryParameter("page").firstValue());
    return WireTest.json(Pages.page(MEMBERS, page, 10));
  }

  @Override
  public String getName() {
    return "token-api";
  }

  @Override
  public void close() {
    server.stop();
  }
}
