package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.TokenAuthentication;
import io.github.thriveaudience.internal.token.TokenCache;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.model.AudienceMembers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server receives when calls are retried. Waits take virtual time. */
@ViolatesContract("gateways respond with any status and no body")
class RetryTest extends WireTest {
  private final TestTime time = new TestTime();

  @Test
  void retriesWithTheSameUrlAndCredentials() {
    failOnce(WireMock.aResponse().withStatus(503));

    assertThat(page(gateway(4)).results()).hasSize(1);

    assertThat(requests()).hasSize(2);
    assertThat(requests().get(0).getUrl()).isEqualTo(requests().get(1).getUrl());
    assertThat(requests().get(1).header("Authorization").values()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void retriesABrokenResponse(Fault fault) {
    failOnce(WireMock.aResponse().withFault(fault));

    assertThat(page(gateway(4)).results()).hasSize(1);
    assertThat(requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void sendsOneAttemptIfRetriesAreOff(Fault fault) {
    respond(WireMock.aResponse().withFault(fault));

    assertThatThrownBy(() -> page(gateway(1))).isInstanceOf(ThriveConnectionException.class);
    boolean closed = fault == Fault.EMPTY_RESPONSE || fault == Fault.CONNECTION_RESET_BY_PEER;
    assertThat(requests()).hasSize(closed ? REQUESTS_BEFORE_A_CLOSED_CONNECTION : 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 404})
  void sendsOneRequestIfTheErrorIsFinal(int status) {
    respond(WireMock.aResponse().withStatus(status));

    assertThatThrownBy(() -> page(gateway(4)))
        .isInstanceOfSatisfying(
            ThriveApiException.class, thrown -> assertThat(thrown.status()).isEqualTo(status));
    assertThat(requests()).hasSize(1);
  }

  @Test
  void sendsNoMoreThanTheMaximumOfAttempts() {
    respond(WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    assertThatThrownBy(() -> page(gateway(4)))
        .isInstanceOf(ThriveConnectionException.class)
        .satisfies(LeakAssertions::assertNoLeaks)
        .satisfies(thrown -> assertThat(((ThriveException) thrown).earlierFailures()).hasSize(3));
    assertThat(requests()).hasSize(4 * REQUESTS_BEFORE_A_CLOSED_CONNECTION);
  }

  @Test
  void throttlingDelaysAllOtherCalls() throws Exception {
    try (UnreliableApi api = new UnreliableApi(1, 0, 7)) {
      api.firstResponses.add(WireMock.aResponse().withStatus(429).withHeader("Retry-After", "2"));
      MembersGateway gateway = api.gateway(1);
      catchThrowable(() -> GatewayFixtures.list(gateway, 1, 10));

      inParallel(50, () -> GatewayFixtures.list(gateway, 1, 10));

      long throttledAt = api.arrivals.get(0);
      assertThat(api.arrivals.subList(1, 51))
          .allMatch(arrival -> arrival - throttledAt >= Duration.ofSeconds(2).toNanos());
    }
  }

  @Test
  void retriesATokenRequest() {
    failOnce(WireMock.aResponse().withStatus(503), token(SECRET + "-token"));

    assertThat(tokens(connection(4)).current().value()).isEqualTo(SECRET + "-token");
    assertThat(requests()).hasSize(2);
  }

  @Test
  void doesNotMultiplyTheAttemptsOfATokenAndAPage() {
    respond(WireMock.aResponse().withStatus(503));
    Connection connection = connection(4);
    MembersGateway gateway = gatewayWithToken(connection);

    assertThatThrownBy(() -> page(gateway))
        .isInstanceOf(ServerErrorException.class)
        .hasMessageContaining("an access token");
    assertThat(requests()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void countsARejectedTokenAsAnAttempt(int maxAttempts) {
    respond(WireMock.aResponse().withStatus(401));
    API.stubFor(WireMock.post(WireMock.anyUrl()).willReturn(token(SECRET + "-t")));
    Connection connection = connection(maxAttempts);
    MembersGateway gateway = gatewayWithToken(connection);

    assertThatThrownBy(() -> page(gateway)).isInstanceOf(UnauthorizedException.class);

    assertThat(API.findAll(WireMock.getRequestedFor(WireMock.anyUrl())))
        .hasSize(Math.min(maxAttempts, 2));
    assertThat(time.waits).isEmpty();
  }

  @Test
  void doesNotMultiplyRequestsDuringAnOutage() throws Exception {
    try (UnreliableApi unavailable = UnreliableApi.down()) {
      AtomicInteger attempts = new AtomicInteger();
      ClientListener counting =
          new ClientListener() {
            @Override
            public void onRequest(RequestEvent event) {
              attempts.incrementAndGet();
            }
          };
      MembersGateway gateway =
          GatewayFixtures.basic(
              unavailable.baseUri(), GatewayFixtures.connection(unavailable.time, 4, counting));

      inParallel(500, () -> catchThrowable(() -> GatewayFixtures.list(gateway, 1, 10)));

      assertThat(attempts.get()).isBetween(500, 600);
      // Not one for each attempt: on a busy machine, the server's backlog overflows.
      assertThat(unavailable.requests.get())
          .isBetween(1, REQUESTS_BEFORE_A_CLOSED_CONNECTION * attempts.get());
    }
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void listsCompletelyFromAnUnreliableApi(long seed) {
    int members = 200_000;
    try (UnreliableApi simulator = new UnreliableApi(members, 0.2, seed)) {
      MembersGateway gateway = simulator.gateway(8);
      List<String> ids = new ArrayList<>();
      for (int page = 1; page <= members / 1000; page++) {
        GatewayFixtures.list(gateway, page, 1000).results().stream()
            .map(AudienceMember::userId)
            .forEach(ids::add);
      }

      assertThat(ids).hasSize(members).startsWith("id-1").endsWith("id-200000");
      assertThat(ids).doesNotHaveDuplicates();
      assertThat(simulator.requests.get()).isBetween(201, 200 + 100);
    }
  }

  private AudienceMembers page(MembersGateway gateway) {
    return GatewayFixtures.list(gateway, 1, 1000);
  }

  private MembersGateway gateway(int maxAttempts) {
    return GatewayFixtures.basic(baseUri(), connection(maxAttempts));
  }

  private MembersGateway gatewayWithToken(Connection connection) {
    return new MembersGateway(
        new Endpoint("TEST", baseUri()),
        new TokenAuthentication(tokens(connection), time),
        connection);
  }

  private Connection connection(int maxAttempts) {
    return GatewayFixtures.connection(time, maxAttempts);
  }

  private static TokenCache tokens(Connection connection) {
    return GatewayFixtures.tokens(tokenUri(), OAUTH2, connection);
  }

  private static void failOnce(ResponseDefinitionBuilder failure) {
    failOnce(failure, json(Pages.page(1, 1, 1000)));
  }

  private static void failOnce(
      ResponseDefinitionBuilder failure, ResponseDefinitionBuilder success) {
    API.stubFor(
        WireMock.any(WireMock.anyUrl())
            .inScenario("once")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("passed")
            .willReturn(failure));
    API.stubFor(
        WireMock.any(WireMock.anyUrl())
            .inScenario("once")
            .whenScenarioStateIs("passed")
            .willReturn(success));
  }

  private static void inParallel(int count, Runnable task) throws Exception {
    ConcurrentTasks.runAll(Executors.newFixedThreadPool(count), count, Executors.callable(task));
  }
}
