package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brave.handler.MutableSpan;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.micrometer.MicrometerListener;
import io.github.thriveaudience.micrometer.ObservationListener;
import io.github.thriveaudience.model.AudienceMember;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest extends WireTest {
  private static final String LISTING = "thrive read audience";

  private final Tracer tracer = new Tracer();

  @AfterEach
  void closeTracer() {
    tracer.close();
  }

  private AudienceMembersClient.Builder traced(AudienceMembersClient.Builder builder) {
    return builder.addListener(ObservationListener.of(tracer.registry));
  }

  @Test
  @ViolatesContract("an undocumented response")
  void oneTraceHasAllRequestsOfAJobWhateverHappensToThem() {
    respondInTurn(
        () -> post(urlPathMatching("/oauth2/.*")), token("first-token"), token("second-token"));
    pages(20, 25);
    respondInTurn(() -> page(1), aResponse().withStatus(401), json(Pages.page(500, 1, 25)));
    respondInTurn(() -> page(3), aResponse().withStatus(408), json(Pages.page(500, 3, 25)));

    try (AudienceMembersClient client = traced(oauth2Builder().maxAttempts(4)).build()) {
      assertThat(tracer.inJob(() -> client.members("tech-team").parallelism(8).readAll()).members())
          .hasSize(500);
    }

    MutableSpan job = one("job");
    assertThat(tracer.spans).extracting(MutableSpan::traceId).containsOnly(job.traceId());
    assertThat(one(LISTING).parentId()).isEqualTo(job.id());
    // 20 pages, a 401, a 408 and two tokens.
    assertThat(requests()).hasSize(24).allSatisfy(this::isChildOfACall);
    assertThat(tracer.named(LISTING)).hasSize(1);
    assertThat(tracer.named("thrive request token")).hasSize(2);
    assertThat(parentsOf("http post")).containsOnly("thrive request token");
    assertThat(parentsOf("thrive request token")).containsOnly("thrive list members");
    assertThat(parentsOf("thrive list members")).hasSize(20).containsOnly(LISTING);
  }

  private void isChildOfACall(LoggedRequest request) {
    MutableSpan span = span(request.getHeader("X-B3-SpanId"));
    MutableSpan call = span(span.parentId());
    assertThat(request.getHeader("X-B3-TraceId")).isEqualTo(span.traceId());
    assertThat(request.getHeader("X-B3-ParentSpanId")).isEqualTo(call.id());
    assertThat(request.getHeader("X-Correlation-Id")).isEqualTo(call.tag("thrive.correlation.id"));
    assertThat(span.kind()).isEqualTo(brave.Span.Kind.CLIENT);
  }

  @Test
  void namesAndTagsHaveNoAudienceAndNoPersonalData() {
    respond(
        json("{\"error\":\"Not Found\",\"message\":\"no tech-team for jane\"}").withStatus(404));

    try (AudienceMembersClient client = traced(builder()).build()) {
      assertThatThrownBy(() -> client.members("tech-team").readAll())
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("tech-team");
    }

    assertThat(tracer.spans)
        .hasSize(3)
        .allSatisfy(
            span ->
                assertThat(span.toString() + span.error())
                    .doesNotContain("tech-team", "jane", SECRET, "eu-west-2_Tenant"));
    MutableSpan call = one("thrive list members");
    assertThat(call.tags())
        .containsEntry("client.name", "127.0.0.1")
        .containsEntry("method", "GET")
        .containsEntry("uri", "/audiences/{audienceId}/members")
        .containsEntry("status", "404")
        .containsEntry("outcome", "CLIENT_ERROR")
        .containsEntry("exception", "NotFoundException");
    assertThat(call.error()).isInstanceOf(NotFoundException.class).hasNoCause();
    assertThat(one(LISTING).error()).isInstanceOf(NotFoundException.class);
    assertThat(one("http get").tags()).containsEntry("status", "404");
  }

  @Test
  void aRequestHasTheIdThatTheServerGaveIt() {
    respond(json(Pages.page(5, 1, 10)).withHeader("X-Request-Id", "theirs-1"));

    try (AudienceMembersClient client = traced(builder()).build()) {
      client.members("tech-team").page(1);
    }

    assertThat(one("http get").tags()).containsEntry("thrive.request.id", "theirs-1");
  }

  @Test
  void aLoopAndASinglePageBelongToTheSpanOfTheCaller() {
    pages(3, 10);

    try (AudienceMembersClient client = traced(builder()).build()) {
      tracer.inJob(
          () -> {
            int members = 0;
            for (AudienceMember member : client.members("tech-team")) {
              members += member.userId().isEmpty() ? 0 : 1;
            }
            return members;
          });
      tracer.inJob(() -> client.members("tech-team").page(2));
    }

    assertThat(parentsOf(LISTING)).containsExactly("job");
    assertThat(parentsOf("thrive list members"))
        .containsExactlyInAnyOrder(LISTING, LISTING, LISTING, "job");
    assertThat(one(LISTING).tags())
        .containsEntry("thrive.pages", "3")
        .containsEntry("thrive.members", "30");
  }

  @Test
  void aStreamThatIsLeftEarlyEndsItsSpanWhenItIsClosed() {
    pages(9, 10);

    try (AudienceMembersClient client = traced(builder()).build()) {
      try (Stream<AudienceMember> members = client.members("tech-team").stream()) {
        Iterator<AudienceMember> iterator = members.iterator();
        iterator.next();
        assertThat(tracer.named(LISTING)).isEmpty();
      }
      assertThat(one(LISTING).tags()).containsEntry("thrive.pages", "1");
      assertThat(one(LISTING).error()).isNull();
    }
  }

  @Test
  void severalAudiencesBelongToTheSpanOfTheCaller() {
    pages(2, 10);

    try (AudienceMembersClient client = traced(builder()).build()) {
      tracer.inJob(
          () ->
              client
                  .membersOfEach(List.of("one", "two", "three"))
                  .concurrency(2)
                  .readAll((audience, snapshot) -> {}));
    }

    assertThat(parentsOf(LISTING)).containsExactly("job", "job", "job");
  }

  @Test
  void observationsReplaceTheTimersOfTheMicrometerListener() {
    pages(2, 10);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ObservationRegistry timed = ObservationRegistry.create();
    timed.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

    try (AudienceMembersClient client =
        builder()
            .addListener(MicrometerListener.of(meters))
            .addListener(ObservationListener.of(timed))
            .build()) {
      client.members("tech-team").readAll();
    }

    Timer requests = meters.get("thrive.client.requests").timer();
    assertThat(requests.count()).isEqualTo(2);
    assertThat(meters.get("thrive.client.calls").timer().count()).isEqualTo(2);
    assertThat(meters.get("thrive.client.listings").timer().count()).isEqualTo(1);
    assertThat(meters.get("thrive.client.members").counter().count()).isEqualTo(20);
    assertThat(requests.getId().getTags()).isEqualTo(tagsOfTheMicrometerListenerAlone());
  }

  private static List<?> tagsOfTheMicrometerListenerAlone() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    try (AudienceMembersClient client =
        builder().addListener(MicrometerListener.of(meters)).build()) {
      client.members("tech-team").readAll();
    }
    return meters.get("thrive.client.requests").timer().getId().getTags();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls", "requests"})
  void nothingIsCountedTwiceOrNotAtAllIfOneKindOfObservationIsDisabled(String disabled) {
    pages(2, 10);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ObservationRegistry timed = ObservationRegistry.create();
    timed.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    disable(timed, disabled);

    try (AudienceMembersClient client =
        builder()
            .addListener(MicrometerListener.of(meters))
            .addListener(ObservationListener.of(timed))
            .build()) {
      client.members("tech-team").readAll();
    }

    assertThat(meters.get("thrive.client.requests").timer().count()).isEqualTo(2);
    assertThat(meters.get("thrive.client.calls").timer().count()).isEqualTo(2);
  }

  private static void disable(ObservationRegistry registry, String observations) {
    registry
        .observationConfig()
        .observationPredicate((name, context) -> !name.equals("thrive.client." + observations));
  }

  @ParameterizedTest
  @CsvSource({
    "listings, job, thrive list members, thrive request token",
    "calls, thrive read audience, thrive read audience, thrive read audience"
  })
  void whatIsDisabledLeavesItsParentToTheRest(
      String disabled, String ofCalls, String ofPages, String ofTokens) {
    API.stubFor(post(urlPathMatching("/oauth2/.*")).willReturn(token("a-token")));
    pages(3, 10);
    disable(tracer.registry, disabled);

    try (AudienceMembersClient client = traced(oauth2Builder()).build()) {
      tracer.inJob(() -> client.members("tech-team").parallelism(8).readAll());
    }

    assertThat(tracer.spans).extracting(MutableSpan::traceId).containsOnly(one("job").traceId());
    assertThat(parentsOf("thrive list members")).allMatch(ofCalls::equals);
    assertThat(parentsOf("http get")).hasSize(3).containsOnly(ofPages);
    assertThat(parentsOf("http post")).containsExactly(ofTokens);
  }

  @Test
  @ViolatesContract("an error without a body")
  void aHandlerThatFailsOnErrorsLeavesNoObservationOpen() {
    respond(aResponse().withStatus(404));
    ObservationRegistry failing = ObservationRegistry.create();
    AtomicInteger stopped = new AtomicInteger();
    failing
        .observationConfig()
        .observationHandler(
            new ObservationHandler<>() {
              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }

              @Override
              public void onError(Observation.Context context) {
                throw new IllegalStateException("a handler that fails");
              }

              @Override
              public void onStop(Observation.Context context) {
                stopped.incrementAndGet();
              }
            });

    try (AudienceMembersClient client =
        builder().addListener(ObservationListener.of(failing)).build()) {
      assertThatThrownBy(() -> client.members("tech-team").readAll())
          .isInstanceOf(NotFoundException.class);
    }

    // The listing, the call and the request.
    assertThat(stopped).hasValue(3);
  }

  @Test
  void aTracerAloneLeavesTheTimersToTheMicrometerListener() {
    pages(2, 10);
    SimpleMeterRegistry meters = new SimpleMeterRegistry();

    try (AudienceMembersClient client =
        traced(builder()).addListener(MicrometerListener.of(meters)).build()) {
      client.members("tech-team").readAll();
    }

    assertThat(meters.get("thrive.client.requests").timer().count()).isEqualTo(2);
    assertThat(meters.get("thrive.client.calls").timer().count()).isEqualTo(2);
  }

  private MutableSpan one(String name) {
    assertThat(tracer.named(name)).hasSize(1);
    return tracer.named(name).get(0);
  }

  private MutableSpan span(String id) {
    Map<String, MutableSpan> byId =
        tracer.spans.stream().collect(Collectors.toMap(MutableSpan::id, Function.identity()));
    return Objects.requireNonNull(byId.get(id), () -> "no span " + id);
  }

  /** The names of the parents of all spans of a name. */
  private List<String> parentsOf(String name) {
    return tracer.named(name).stream().map(child -> span(child.parentId()).name()).toList();
  }

  private static void pages(int count, int perPage) {
    for (int page = 1; page <= count; page++) {
      API.stubFor(page(page).willReturn(json(Pages.page(count * perPage, page, perPage))));
    }
  }

  private static MappingBuilder page(int page) {
    return get(urlPathMatching(".*/members")).withQueryParam("page", WireMock.equalTo("" + page));
  }

  private static void respondInTurn(
      Supplier<MappingBuilder> request,
      ResponseDefinitionBuilder first,
      ResponseDefinitionBuilder then) {
    String scenario = "in turn " + System.identityHashCode(request);
    API.stubFor(
        request
            .get()
            .inScenario(scenario)
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("then")
            .willReturn(first));
    API.stubFor(request.get().inScenario(scenario).whenScenarioStateIs("then").willReturn(then));
  }
}
