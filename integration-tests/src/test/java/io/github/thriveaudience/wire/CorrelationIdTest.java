package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.TokenRequestException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationIdTest extends WireTest {
  private static final String HEADER = "X-Correlation-Id";

  private final TestTime time = new TestTime();

  @Test
  void eachCallHasItsOwnId() {
    respond(json(Pages.page(25, 1, 1000)));

    client().members("tech-team").page(1);
    client().members("tech-team").page(1);

    assertThat(ids())
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-f-]{36}"));
  }

  @Test
  @ViolatesContract("an undocumented response")
  void allAttemptsOfACallCarryTheSameId() {
    respond(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    ThriveException thrown =
        catchThrowableOfType(
            ThriveException.class,
            () ->
                GatewayFixtures.list(
                    GatewayFixtures.basic(baseUri(), GatewayFixtures.connection(time, 3)),
                    1,
                    1000));

    assertThat(ids())
        .hasSize(3 * REQUESTS_BEFORE_A_CLOSED_CONNECTION)
        .containsOnly(thrown.correlationId());
    assertThat(thrown).isInstanceOf(ThriveConnectionException.class);
    assertThat(thrown.requestId()).isNull();
    assertThat(thrown).hasMessageEndingWith(" Correlation id: " + thrown.correlationId() + ".");
  }

  @Test
  @ViolatesContract("an undocumented response")
  void errorNamesBothIds() {
    ThriveException thrown =
        failure(aResponse().withStatus(404).withHeader("X-Request-Id", "req-1"));

    assertThat(thrown).isInstanceOf(NotFoundException.class);
    assertThat(thrown.requestId()).isEqualTo("req-1");
    assertThat(thrown.correlationId()).isEqualTo(ids().get(0));
    assertThat(thrown)
        .hasMessageEndingWith(" Request id: req-1. Correlation id: " + ids().get(0) + ".");
  }

  @Test
  @ViolatesContract("an undocumented response")
  void malformedResponseNamesBothIds() {
    ThriveException thrown = failure(json("{}").withHeader("x-amzn-RequestId", "req-2"));

    assertThat(thrown).isInstanceOf(MalformedResponseException.class);
    assertThat(thrown.requestId()).isEqualTo("req-2");
    assertThat(thrown.correlationId()).isEqualTo(ids().get(0));
    assertThat(thrown).hasMessageContaining("Request id: req-2.");
  }

  @Test
  void invalidPageNamesBothIds() {
    ThriveException thrown =
        failure(json(Pages.page("[]", 5, 9, 7, 1)).withHeader("X-Request-Id", "req-3"));

    assertThat(thrown).isInstanceOf(MalformedResponseException.class);
    assertThat(thrown.requestId()).isEqualTo("req-3");
    assertThat(thrown.correlationId()).isEqualTo(ids().get(0));
  }

  @Test
  @ViolatesContract("an undocumented response")
  void ignoresAnEchoOfTheCorrelationId() {
    ResponseDefinitionBuilder echo =
        aResponse()
            .withStatus(500)
            .withHeader("X-Correlation-Id", "{{request.headers.X-Correlation-Id}}")
            .withHeader("apigw-requestid", "req-4")
            .withTransformers("response-template");

    ThriveException thrown = failure(echo);

    assertThat(thrown).isInstanceOf(ServerErrorException.class);
    assertThat(thrown.requestId()).isEqualTo("req-4");
  }

  @Test
  void rejectedTokenRequestNamesItsOwnIds() {
    API.stubFor(
        any(anyUrl())
            .willReturn(
                json("{\"error\":\"invalid_client\"}")
                    .withStatus(401)
                    .withHeader("X-Request-Id", "req-5")));

    ThriveException thrown =
        catchThrowableOfType(
            ThriveException.class, () -> oauth2Builder().build().members("tech-team").page(1));

    assertThat(thrown).isInstanceOf(TokenRequestException.class);
    assertThat(thrown.requestId()).isEqualTo("req-5");
    assertThat(ids()).containsExactly(thrown.correlationId());
    assertThat(thrown.getMessage().split(thrown.correlationId(), -1)).as("named once").hasSize(2);
  }

  private static ThriveException failure(ResponseDefinitionBuilder response) {
    respond(response);
    return catchThrowableOfType(ThriveException.class, () -> client().members("tech-team").page(1));
  }

  private static List<String> ids() {
    return requests().stream().map((LoggedRequest request) -> request.getHeader(HEADER)).toList();
  }
}
