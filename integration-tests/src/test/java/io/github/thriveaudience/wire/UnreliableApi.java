package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.github.thriveaudience.internal.api.MembersGateway;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An API with an audience of any size and random failures. The same seed fails the same requests in
 * the same ways.
 */
final class UnreliableApi implements ResponseDefinitionTransformerV2, AutoCloseable {
  private static final List<Supplier<ResponseDefinitionBuilder>> OUTAGE_FAILURES =
      List.of(
          () -> aResponse().withStatus(500),
          () -> aResponse().withStatus(502).withBody("<html>Bad Gateway</html>"),
          () -> aResponse().withStatus(504),
          () -> aResponse().withFault(Fault.EMPTY_RESPONSE),
          () -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
          () -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
          () -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

  private static final List<Supplier<ResponseDefinitionBuilder>> FAILURES =
      Stream.concat(
              OUTAGE_FAILURES.stream(),
              Stream.<Supplier<ResponseDefinitionBuilder>>of(
                  () -> aResponse().withStatus(503).withHeader("Retry-After", "2"),
                  () -> aResponse().withStatus(429).withHeader("Retry-After", "1"),
                  () -> aResponse().withStatus(408)))
          .toList();

  final AtomicInteger requests = new AtomicInteger();

  /** The arrival times of the requests, in virtual time. */
  final List<Long> arrivals = new CopyOnWriteArrayList<>();

  /** Responses to send before any other. */
  final Queue<ResponseDefinitionBuilder> firstResponses = new ConcurrentLinkedQueue<>();

  final TestTime time = new TestTime();

  private final List<Supplier<ResponseDefinitionBuilder>> failures;
  private final int members;
  private final double failureRate;
  private final Random random;
  private final WireMockServer server;

  /**
   * Starts a server.
   *
   * @param failureRate the share of requests that fail, 0 to 1
   */
  UnreliableApi(int members, double failureRate, long seed) {
    this(members, failureRate, seed, FAILURES);
  }

  private UnreliableApi(
      int members,
      double failureRate,
      long seed,
      List<Supplier<ResponseDefinitionBuilder>> failures) {
    this.failures = failures;
    this.members = members;
    this.failureRate = failureRate;
    this.random = new Random(seed);
    this.server = Simulators.start(WireTest.CONTRACT, this);
  }

  URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.port() + "/rest/v1");
  }

  /** A server that is down: each response is broken, or an error of a gateway. */
  static UnreliableApi down() {
    return new UnreliableApi(1, 1, 7, OUTAGE_FAILURES);
  }

  /** A gateway to this server in virtual time. */
  MembersGateway gateway(int maxAttempts) {
    return GatewayFixtures.basic(baseUri(), GatewayFixtures.connection(time, maxAttempts));
  }

  @Override
  public synchronized ResponseDefinition transform(ServeEvent event) {
    requests.incrementAndGet();
    arrivals.add(time.nanos());
    if (!firstResponses.isEmpty()) {
      return firstResponses.remove().build();
    }
    ResponseDefinitionBuilder response =
        random.nextDouble() < failureRate
            ? failures.get(random.nextInt(failures.size())).get()
            : page(event.getRequest());
    return response.build();
  }

  private ResponseDefinitionBuilder page(Request request) {
    int page = Integer.parseInt(request.queryParameter("page").firstValue());
    int perPage = Integer.parseInt(request.queryParameter("perPage").firstValue());
    return WireTest.json(Pages.page(members, page, perPage));
  }

  @Override
  public String getName() {
    return "faulty-simulator";
  }

  @Override
  public void close() {
    server.stop();
  }
}
