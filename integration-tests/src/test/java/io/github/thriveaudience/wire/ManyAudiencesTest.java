package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.thriveaudience.AudienceHandler;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.AudiencesSummary;
import io.github.thriveaudience.MembersOfEach;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.listing.MembersSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server receives when several audiences are read. */
class ManyAudiencesTest extends WireTest {
  private final List<String> read = new ArrayList<>();
  private final Map<String, ThriveException> failed = new TreeMap<>();

  private final AudienceHandler<MembersSnapshot> handler =
      new AudienceHandler<>() {
        @Override
        public void read(String audience, MembersSnapshot all) {
          read.add(audience + " " + all.members().size());
        }

        @Override
        public void failed(String audience, ThriveException failure) {
          failed.put(audience, failure);
        }
      };

  /** Every audience has three members, unless a test responds otherwise. */
  private AudiencesSummary readAll(String... audiences) {
    try (AudienceMembersClient client = client()) {
      return client.membersOfEach(List.of(audiences)).readAll(handler);
    }
  }

  private static void threeMembersEach() {
    API.stubFor(any(urlPathMatching("/rest/v1/.*")).willReturn(json(Pages.page(3, 1, 1000))));
  }

  private static void respondFor(String audience, ResponseDefinitionBuilder response) {
    API.stubFor(
        get(urlPathEqualTo("/rest/v1/audiences/" + audience + "/members")).willReturn(response));
  }

  private static ResponseDefinitionBuilder error(int status) {
    return json("{\"status\":%d,\"error\":\"Error\",\"message\":\"No.\"}".formatted(status))
        .withStatus(status);
  }

  /** The audiences that the server was asked for, in this order. */
  private static List<String> requested() {
    return requests().stream()
        .map(request -> request.getUrl().replaceAll(".*/audiences/(.*)/members.*", "$1"))
        .toList();
  }

  @Test
  void requestsEachAudienceOnceInTheirOrder() {
    threeMembersEach();

    AudiencesSummary summary = readAll("sales", "hr/uk", "sales", "board", "hr/uk");

    assertThat(requested()).containsExactly("sales", "hr%2Fuk", "board");
    assertThat(read).containsExactly("sales 3", "hr/uk 3", "board 3");
    assertThat(summary.isConsistent()).isTrue();
  }

  static Stream<Arguments> failuresOfOne() {
    return Stream.of(
        Arguments.of(error(404), NotFoundException.class),
        Arguments.of(error(429), RateLimitedException.class),
        Arguments.of(error(500), ServerErrorException.class),
        Arguments.of(json("no JSON"), MalformedResponseException.class),
        Arguments.of(
            json("").withFault(Fault.MALFORMED_RESPONSE_CHUNK), ThriveConnectionException.class));
  }

  @ParameterizedTest
  @MethodSource("failuresOfOne")
  @ViolatesContract("one response is not what the spec describes")
  void goesOnAfterAFailureOfOneAudience(
      ResponseDefinitionBuilder response, Class<? extends ThriveException> type) {
    threeMembersEach();
    respondFor("old-team", response);

    AudiencesSummary summary = readAll("sales", "old-team", "board");

    assertThat(requested()).contains("sales", "board").endsWith("board");
    assertThat(read).containsExactly("sales 3", "board 3");
    assertThat(failed).containsOnlyKeys("old-team");
    assertThat(failed.get("old-team"))
        .isExactlyInstanceOf(type)
        .hasMessageContaining("\"old-team\"");
    assertThat(summary.read()).containsOnlyKeys("sales", "board");
    assertThat(type == NotFoundException.class ? summary.notFound() : summary.failed().keySet())
        .containsExactly("old-team");
    LeakAssertions.assertNoLeaks(failed.get("old-team"));
  }

  @Test
  void endsWithA401AndRequestsNothingMore() {
    threeMembersEach();
    respondFor("board", error(401));

    UnauthorizedException failure = null;
    try {
      readAll("sales", "board", "last", "more");
    } catch (UnauthorizedException e) {
      failure = e;
    }

    assertThat(requested()).containsExactly("sales", "board");
    assertThat(read).containsExactly("sales 3");
    assertThat(failed).isEmpty();
    AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
    assertThat(summary.read()).containsOnlyKeys("sales");
    assertThat(summary.failed()).containsOnlyKeys("board");
    assertThat(summary.notBegun()).containsExactly("last", "more");
    LeakAssertions.assertNoLeaks(failure);
  }

  @Test
  void endsWithA403AndRequestsNothingMore() {
    threeMembersEach();
    respondFor("board", error(403));

    assertThatThrownBy(() -> readAll("sales", "board", "last"))
        .isExactlyInstanceOf(ForbiddenException.class);

    assertThat(requested()).containsExactly("sales", "board");
  }

  /** A wrong Tenant ID makes no audience unknown. */
  @ParameterizedTest
  @ValueSource(ints = {404, 400, 401})
  @ViolatesContract("the token endpoint responds as other servers do")
  void endsIfNoTokenIsIssued(int status) {
    API.stubFor(post(urlPathMatching("/oauth2/.*")).willReturn(json("{}").withStatus(status)));

    try (AudienceMembersClient client = oauth2Builder().build()) {
      Throwable failure =
          catchThrowable(() -> client.membersOfEach(List.of("sales", "board")).readAll(handler));

      assertThat(requests()).hasSize(1);
      assertThat(failed).isEmpty();
      AudiencesSummary summary = AudiencesSummary.of(failure).orElseThrow();
      assertThat(summary.failed()).containsOnlyKeys("sales");
      assertThat(summary.notFound()).isEmpty();
      assertThat(summary.notBegun()).containsExactly("board");
    }
  }

  @Test
  void endsIfTheTokenEndpointRefusesTheClient() {
    API.stubFor(
        post(urlPathMatching("/oauth2/.*"))
            .willReturn(json("{\"error\":\"invalid_client\"}").withStatus(401)));

    try (AudienceMembersClient client = oauth2Builder().build()) {
      MembersOfEach each = client.membersOfEach(List.of("sales", "board"));

      assertThatThrownBy(() -> each.readAll(handler))
          .isExactlyInstanceOf(TokenRequestException.class);
    }
    assertThat(requests()).hasSize(1);
  }

  @Test
  void aHandlerThatThrowsIsTheLast() {
    threeMembersEach();
    IllegalStateException failure = new IllegalStateException("the database is full");

    try (AudienceMembersClient client = client()) {
      MembersOfEach each = client.membersOfEach(List.of("sales", "board", "last"));

      assertThatThrownBy(
              () ->
                  each.readAll(
                      (audience, all) -> {
                        throw failure;
                      }))
          .isSameAs(failure);
    }

    assertThat(requested()).containsExactly("sales");
    assertThat(AudiencesSummary.of(failure).orElseThrow().notBegun())
        .containsExactly("board", "last");
  }

  @Test
  void refusesWhatCannotBeRequestedBeforeAnyRequest() {
    try (AudienceMembersClient client = client()) {
      for (List<String> audiences :
          List.of(List.<String>of(), List.of("sales", " "), List.of("sales", "a/../b"))) {
        assertThatIllegalArgumentException().isThrownBy(() -> client.membersOfEach(audiences));
      }
    }

    assertThat(requests()).isEmpty();
  }

  @Test
  void aClosedClientReadsNothing() {
    AudienceMembersClient client = client();
    MembersOfEach each = client.membersOfEach(List.of("sales"));
    client.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> client.membersOfEach(List.of("sales")))
        .withMessage("this client is closed");
    assertThatIllegalStateException()
        .isThrownBy(() -> each.readAll(handler))
        .withMessage("this client is closed");
    assertThat(requests()).isEmpty();
  }

  @Test
  void aHandlerMayReadWithTheSameClient() {
    threeMembersEach();

    try (AudienceMembersClient client = client()) {
      client
          .membersOfEach(List.of("sales", "board"))
          .concurrency(2)
          .readAll((audience, all) -> read.add(audience + client.members("last").page(1).page()));
    }

    assertThat(read).containsExactlyInAnyOrder("sales1", "board1");
  }
}
