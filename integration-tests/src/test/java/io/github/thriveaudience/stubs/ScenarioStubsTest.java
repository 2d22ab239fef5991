package io.github.thriveaudience.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.contract.ContractValidator;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.contract.ViolatesContract.Side;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.quickstart.StubServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stubs whose responses depend on what was requested before, or differ from page to page. */
@Tag("contract")
class ScenarioStubsTest {
  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  private static final StubServer STUBS = new StubServer(CONTRACT);
  @RegisterExtension static final PlainHttp HTTP = new PlainHttp(STUBS);

  private static final String CHANGING = "changing-team";
  private static final String DRIFTING = "drifting-team";
  private static final String THROTTLED = "throttled-team";

  @ParameterizedTest
  @CsvSource({"3, 1", "7, 8", "100, 1", "250, 4", "252, 1", "1000, 1"})
  void changingTeamHasAnotherListFromTheSecondReadingOn(int pageSize, int parallelism) {
    AudienceMembersClient thrive = StubClients.client(STUBS, pageSize);
    List<List<String>> readings = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      readings.add(ids(thrive.members(CHANGING).parallelism(parallelism).readAll().members()));
    }

    assertThat(readings.get(0)).isEqualTo(changingIds(1, 250));
    assertThat(readings.subList(1, 3)).containsOnly(changingIds(4, 255));
  }

  @Test
  void oneOfChangingTeamHasAnotherEmailThen() {
    List<AudienceMember> before =
        StubClients.client(STUBS, 100).members(CHANGING).stream().toList();
    List<AudienceMember> after =
        new ArrayList<>(StubClients.client(STUBS, 100).members(CHANGING).stream().toList());

    after.removeIf(member -> before.contains(member) || !ids(before).contains(member.userId()));

    AudienceMember renamed = before.get(41);
    assertThat(after)
        .singleElement()
        .satisfies(
            member -> {
              assertThat(member.userId()).isEqualTo(renamed.userId());
              assertThat(member.reference()).isEqualTo(renamed.reference());
              assertThat(member.email()).isEqualTo("changing-user-0042-new@example.com");
            });
  }

  @Test
  void changingTeamBeginsAnewIfResetAlone() throws Exception {
    List<String> first = idsOf(CHANGING);
    List<String> second = idsOf(CHANGING);

    assertThat(HTTP.resetScenario(CHANGING).statusCode()).isEqualTo(200);

    assertThat(idsOf(CHANGING)).isEqualTo(first).isNotEqualTo(second);
    assertThat(idsOf(CHANGING)).isEqualTo(second);
  }

  @Test
  void changingTeamBeginsWithTheSecondListIfToldSo() throws Exception {
    assertThat(HTTP.setScenario(CHANGING, "changed").statusCode()).isEqualTo(200);

    assertThat(idsOf(CHANGING)).isEqualTo(changingIds(4, 255));
    assertThat(idsOf(CHANGING)).isEqualTo(changingIds(4, 255));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 125, 249, 250})
  void driftingTeamChangesDuringEachReading(int pageSize) {
    AudienceMembersClient thrive = StubClients.client(STUBS, pageSize);
    for (int parallelism : new int[] {1, 8}) {
      List<String> read = new ArrayList<>();

      TraversalReport report =
          thrive
              .members(DRIFTING)
              .parallelism(parallelism)
              .read(member -> read.add(member.userId()));

      assertThat(report.verdict()).isEqualTo(Verdict.DRIFTED);
      assertThat(report.firstTotalResults()).isEqualTo(251);
      assertThat(report.lastTotalResults()).isEqualTo(250);
      // The first member left, so the one behind the first page moved onto it and is missed.
      String missed = driftingId(pageSize + 1);
      assertThat(read)
          .isEqualTo(
              IntStream.rangeClosed(1, 251)
                  .mapToObj(ScenarioStubsTest::driftingId)
                  .filter(Predicate.not(missed::equals))
                  .toList());
    }
  }

  @Test
  void driftingTeamFitsOnOnePageOf251() {
    TraversalReport report = StubClients.client(STUBS, 251).members(DRIFTING).read(member -> {});

    assertThat(report.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(report.members()).isEqualTo(251);
  }

  @Test
  void throttledTeamRefusesTheFirstRequestOfEachReading() throws Exception {
    for (int reading = 0; reading < 2; reading++) {
      HttpResponse<String> refused = HTTP.members(THROTTLED, "");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");

      for (String page : List.of("?page=1", "?page=2", "?page=3")) {
        assertThat(HTTP.members(THROTTLED, page).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void throttledTeamHas250MembersAfterThat() throws Exception {
    HTTP.members(THROTTLED, "");

    TraversalReport report = StubClients.client(STUBS, 100).members(THROTTLED).read(member -> {});

    assertThat(report.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(report.members()).isEqualTo(250);
  }

  @Test
  void throttledTeamIsReadByAClientThatRetries() {
    AudienceMembersClient thrive =
        AudienceMembersClient.builder()
            .baseUri(STUBS.baseUri())
            .credentials(StubServer.BASIC)
            .build();

    TraversalReport report = thrive.members(THROTTLED).read(member -> {});

    assertThat(report.verdict()).isEqualTo(Verdict.CONSISTENT);
    assertThat(report.members()).isEqualTo(250);
  }

  @ParameterizedTest
  @ValueSource(strings = {CHANGING, DRIFTING, THROTTLED, "large-team"})
  void refuseWhoHasNoCredentials(String audience) throws Exception {
    assertThat(HTTP.membersWithoutCredentials(audience).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {CHANGING, DRIFTING, THROTTLED, "large-team"})
  @ViolatesContract(value = "invalid query parameters", by = Side.REQUESTS)
  void refuseAPageOutOfBounds(String audience) throws Exception {
    for (String query :
        List.of("?page=0", "?page=x", "?perPage=0", "?perPage=1001", "?limit=101")) {
      assertThat(HTTP.members(audience, query).statusCode()).as(query).isEqualTo(400);
    }
  }

  @Test
  @ViolatesContract(value = "an invalid query parameter", by = Side.REQUESTS)
  void refusedRequestsDoNotCount() throws Exception {
    for (String audience : List.of(CHANGING, THROTTLED)) {
      HTTP.membersWithoutCredentials(audience);
      HTTP.members(audience, "?perPage=0");
    }

    assertThat(HTTP.members(THROTTLED, "").statusCode()).isEqualTo(429);
    assertThat(idsOf(CHANGING)).isEqualTo(changingIds(1, 250));
  }

  private static List<String> idsOf(String audience) {
    return ids(StubClients.client(STUBS, 100).members(audience).stream().toList());
  }

  private static List<String> ids(List<AudienceMember> members) {
    return members.stream().map(AudienceMember::userId).toList();
  }

  private static List<String> changingIds(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> "67c4e5a13b8d02f96a70" + digits(number))
        .toList();
  }

  private static String driftingId(int number) {
    return "68d5f6b24c9e13a07b81" + digits(number);
  }

  /** The number with four digits. */
  private static String digits(int number) {
    return Integer.toString(10_000 + number).substring(1);
  }
}
