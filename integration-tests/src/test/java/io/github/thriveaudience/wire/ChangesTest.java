package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.AudiencesSummary;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.TooManyLeaversException;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server receives when members are compared, and what becomes of its responses. */
class ChangesTest extends WireTest {
  private static final ChangePolicy POLICY = ChangePolicy.defaults().withWait(Duration.ZERO);

  /** The audience has these numbers of members, one reading after the other, and then the last. */
  private static void listings(String audience, int... totals) {
    List<String> bodies =
        IntStream.of(totals).mapToObj(total -> Pages.page(total, 1, 1000)).toList();
    responses(
        audience, bodies.stream().map(WireTest::json).toArray(ResponseDefinitionBuilder[]::new));
  }

  private static void responses(String audience, ResponseDefinitionBuilder... responses) {
    for (int i = 0; i < responses.length; i++) {
      API.stubFor(
          get(urlPathEqualTo("/rest/v1/audiences/" + audience + "/members"))
              .inScenario(audience)
              .whenScenarioStateIs(state(i))
              .willSetStateTo(state(Math.min(i + 1, responses.length - 1)))
              .willReturn(responses[i]));
    }
  }

  private static String state(int number) {
    return number == 0 ? Scenario.STARTED : "response " + number;
  }

  private static ResponseDefinitionBuilder error(int status) {
    return json("{\"status\":%d,\"error\":\"Error\",\"message\":\"No.\"}".formatted(status))
        .withStatus(status);
  }

  private static KnownMembers known(int total) {
    return KnownMembers.ofIds(IntStream.rangeClosed(1, total).mapToObj(Pages::id).toList());
  }

  private static List<String> ids(List<AudienceMember> members) {
    return members.stream().map(AudienceMember::userId).toList();
  }

  private static MembershipChanges changes(KnownMembers known) {
    try (AudienceMembersClient client = client()) {
      return client.members("tech-team").changesSince(known, POLICY);
    }
  }

  /** The audiences and pages that the server was asked for. */
  private static List<String> requested() {
    return requests().stream()
        .map(request -> request.getUrl().replaceAll(".*/audiences/(.*)/members.*", "$1"))
        .toList();
  }

  @Test
  void oneRequestIsEnoughWhenNobodyIsAbsent() {
    listings("tech-team", 5);

    MembershipChanges changes = changes(known(3));

    assertThat(ids(changes.joined())).containsExactly("id-4", "id-5");
    assertThat(changes.unchanged()).isEqualTo(3);
    assertThat(requests()).hasSize(1);
  }

  @Test
  void oneBadReadRemovesNobody() {
    listings("tech-team", 2, 500);

    MembershipChanges changes = changes(known(500));

    assertThat(changes.left()).isEmpty();
    assertThat(changes.unchanged()).isEqualTo(500);
    assertThat(requests()).hasSize(2);
  }

  @Test
  void aReadingIsRepeatedForEachConfirmation() {
    listings("tech-team", 9);

    MembershipChanges changes = changes(known(10));

    assertThat(ids(changes.left())).containsExactly("id-10");
    assertThat(requests()).hasSize(3);
  }

  @Test
  void aRetriedRequestIsNoReading() {
    ResponseDefinitionBuilder nine = json(Pages.page(9, 1, 1000));
    responses("tech-team", nine, error(500), nine);

    try (AudienceMembersClient client = builder().maxAttempts(2).build()) {
      MembershipChanges changes = client.members("tech-team").changesSince(known(10), POLICY);

      assertThat(ids(changes.left())).containsExactly("id-10");
      assertThat(changes.reports()).hasSize(3);
      assertThat(requests()).hasSize(4);
    }
  }

  @Test
  void aFailureInTheSecondReadingReportsNothing() {
    responses("tech-team", json(Pages.page(9, 1, 1000)), error(500));

    assertThatThrownBy(() -> changes(known(10))).isInstanceOf(ServerErrorException.class);
    assertThat(requests()).hasSize(2);
  }

  @Test
  void anAudienceThatIsEmptyOrGoneRemovesNobody() {
    listings("tech-team", 0);

    assertThatThrownBy(() -> changes(known(3))).isInstanceOf(TooManyLeaversException.class);

    responses("tech-team", error(404));
    assertThatThrownBy(() -> changes(known(3))).isInstanceOf(NotFoundException.class);
  }

  @Test
  void audiencesAreComparedOnTheirOwn() {
    listings("sales", 9);
    listings("board", 4);
    listings("gone-wrong", 100);
    Map<String, KnownMembers> known = new LinkedHashMap<>();
    known.put("sales", known(10));
    known.put("gone-wrong", known(1000));
    known.put("unknown", known(10));
    known.put("board", known(4));
    responses("unknown", error(404));
    List<String> handled = new ArrayList<>();

    AudiencesSummary summary;
    try (AudienceMembersClient client = client()) {
      summary =
          client
              .changesOfEach(known, POLICY)
              .readAll((audience, changes) -> handled.add(audience + ids(changes.left())));
    }

    assertThat(handled).containsExactly("sales[id-10]", "board[]");
    assertThat(summary.failed().keySet()).containsExactly("gone-wrong");
    assertThat(summary.notFound()).containsExactly("unknown");
    assertThat(requested())
        .containsExactly(
            "sales",
            "sales",
            "sales",
            "gone-wrong",
            "gone-wrong",
            "gone-wrong",
            "unknown",
            "board");
  }

  @Test
  void aStateOfAnotherEnvironmentIsRefusedBeforeAnyRequest() {
    Map<String, KnownMembers> known = new LinkedHashMap<>();
    known.put("sales", known(3));
    known.put(
        "board",
        MembershipState.of("board", "STAGING", Instant.EPOCH, Verdict.CONSISTENT, List.of()));

    try (AudienceMembersClient client = client()) {
      assertThatThrownBy(() -> client.changesOfEach(known))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("environment \"STAGING\"");
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void aStateIsOfItsAudienceAndEnvironment(@TempDir Path folder) {
    listings("tech-team", 5, 4);
    Path file = folder.resolve("tech-team.jsonl");
    changes(KnownMembers.none()).newState().write(file);

    MembershipState state = MembershipState.read(file);
    MembershipChanges changes = changes(state);

    assertThat(state.environment()).isEqualTo("http://127.0.0.1/rest/v1");
    assertThat(state.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(ids(changes.left())).containsExactly("id-5");
    assertThat(changes.left().get(0).email()).isEqualTo("user-5@example.com");
    try (AudienceMembersClient client = client()) {
      assertThatThrownBy(() -> client.members("sales").changesSince(state))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(requested()).hasSize(4).containsOnly("tech-team");
  }
}
