package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.listing.MembersPage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The headers of responses that users name. */
class ExposedHeadersTest extends WireTest {
  private static final String LEFT = "X-RateLimit-Remaining";

  private final RecordedEvents events = new RecordedEvents();

  private AudienceMembersClient.Builder exposing() {
    return builder().addListener(events).exposeHeaders(LEFT, "x-absent", "VIA");
  }

  private static ResponseDefinitionBuilder page() {
    return json(Pages.page(25, 1, 1000))
        .withHeader("x-ratelimit-remaining", "left-41")
        .withHeader("Via", "1.1 a", "1.1 b")
        .withHeader("X-Other", "other");
  }

  private static final Map<String, List<String>> OF_PAGE =
      Map.of(LEFT, List.of("left-41"), "VIA", List.of("1.1 a", "1.1 b"));

  @Test
  void areThoseOfThePageByTheNamesOfTheUser() {
    respond(page());

    MembersPage page = exposing().build().members("tech-team").page(1);

    assertThat(page.headers()).isEqualTo(OF_PAGE).containsOnlyKeys(LEFT, "VIA");
    assertThat(page.headers().keySet()).containsExactlyInAnyOrder(LEFT, "VIA");
    assertThat(page.headers().get("X-RATELIMIT-REMAINING")).containsExactly("left-41");
    assertThat(page.headers()).doesNotContainKeys("X-Absent", "X-Other");
    assertThatThrownBy(() -> page.headers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> page.headers().get("via").add("more"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(page.toString())
        .contains("headers=[VIA, X-RateLimit-Remaining]")
        .doesNotContain("left-41", "1.1");
  }

  @Test
  void areThoseOfTheEvents() {
    respond(page());

    exposing().build().members("tech-team").page(1);

    assertThat(events.of(RequestEvent.class))
        .singleElement()
        .satisfies(event -> assertThat(event.headers()).isEqualTo(OF_PAGE))
        .asString()
        .doesNotContain("left-41");
  }

  @Test
  void areThoseOfTheException() {
    respond(
        json("{\"status\":404,\"error\":\"Not Found\",\"message\":\"no\"}")
            .withStatus(404)
            .withHeader(LEFT, SECRET));

    NotFoundException failure =
        catchThrowableOfType(
            NotFoundException.class, () -> exposing().build().members("tech-team").page(1));

    assertThat(failure.headers()).isEqualTo(Map.of(LEFT, List.of(SECRET)));
    assertThat(failure.headers().get("x-ratelimit-remaining")).containsExactly(SECRET);
    assertThat(failure.toString()).doesNotContain(SECRET);
  }

  @Test
  void areEmptyByDefault() {
    respond(page());

    assertThat(client().members("tech-team").page(1).headers()).isEmpty();
    assertThat(builder().exposeHeaders().build().members("tech-team").page(1).headers()).isEmpty();
  }

  @Test
  void areNamedByEachCallOfTheSetter() {
    respond(page());
    AudienceMembersClient.Builder builder =
        builder().exposeHeaders(LEFT).exposeHeaders("X-Other", LEFT.toUpperCase(Locale.ROOT));
    AudienceMembersClient client = builder.build();
    builder.exposeHeaders("Via");

    assertThat(client.members("tech-team").page(1).headers().keySet())
        .containsExactly("X-Other", "X-RATELIMIT-REMAINING");
  }

  @Test
  void areThoseOfTheAttempt() {
    API.stubFor(
        any(anyUrl())
            .inScenario("first")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("second")
            .willReturn(json("{\"status\":500}").withStatus(500).withHeader(LEFT, "1")));
    API.stubFor(any(anyUrl()).inScenario("first").whenScenarioStateIs("second").willReturn(page()));

    MembersPage page = exposing().maxAttempts(2).build().members("tech-team").page(1);

    assertThat(page.headers()).isEqualTo(OF_PAGE);
    assertThat(events.of(RequestEvent.class))
        .extracting(event -> event.headers().get(LEFT))
        .containsExactly(List.of("1"), List.of("left-41"));
  }

  @Test
  @ViolatesContract("a reset connection")
  void areNotThoseOfAnEarlierAttempt() {
    API.stubFor(
        any(anyUrl())
            .inScenario("first")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("second")
            .willReturn(json("{\"status\":500}").withStatus(500).withHeader(LEFT, "1")));
    API.stubFor(
        any(anyUrl())
            .inScenario("first")
            .whenScenarioStateIs("second")
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    Throwable failure =
        catchThrowable(() -> exposing().maxAttempts(2).build().members("tech-team").page(1));

    assertThat(failure).isNotNull();
    assertThat(events.of(RequestEvent.class))
        .extracting(RequestEvent::headers)
        .containsExactly(Map.of(LEFT, List.of("1")), Map.of());
  }

  @Test
  @ViolatesContract("a response of a gateway")
  void areThoseOfTheTokenEndpointToo() {
    API.stubFor(
        post(urlPathMatching("/oauth2/token/.+"))
            .willReturn(aResponse().withStatus(502).withHeader(LEFT, "7")));

    for (Throwable failure :
        List.of(
            catchThrowable(
                () ->
                    oauth2Builder()
                        .addListener(events)
                        .exposeHeaders(LEFT)
                        .build()
                        .members("tech-team")
                        .page(1)),
            catchThrowable(this::token))) {
      assertThat(failure).isInstanceOf(ServerErrorException.class);
      assertThat(((ThriveApiException) failure).headers()).isEqualTo(Map.of(LEFT, List.of("7")));
    }
    assertThat(events.of(RequestEvent.class))
        .hasSize(2)
        .allSatisfy(event -> assertThat(event.headers()).isEqualTo(Map.of(LEFT, List.of("7"))));
  }

  private void token() {
    try (AccessTokens tokens =
        tokensBuilder().maxAttempts(1).addListener(events).exposeHeaders(LEFT).build()) {
      tokens.current();
    }
  }

  @Test
  void areInNoLogLine() {
    respond(page().withHeader("X-Gateway", SECRET).withHeader("X-Gateway-Trace", SECRET));
    try (RecordedLog log = RecordedLog.ofEverything()) {
      MembersPage page = exposing().exposeHeaders("X-Gateway").build().members("tech-team").page(1);

      assertThat(page.headers()).containsEntry("X-Gateway", List.of(SECRET));
      assertThat(log.lines).isNotEmpty();
      assertThat(Stream.of(log.lines, events.all, List.of(page)).flatMap(List::stream))
          .noneMatch(shown -> shown.toString().contains(SECRET));
    }
  }
}
