package io.github.thriveaudience.live;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.contract.ViolatesContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings of the canary about an API that obeys the spec, and about each kind of violation. */
class CanaryTest extends LiveTest {
  @Test
  void findsNothingIfTheApiObeys() {
    assertThat(run()).isZero();

    assertThat(report())
        .contains("The live API, STAGING, in 9 requests.")
        .contains("breaks it:\n  nothing\n")
        .contains("HTTP Basic: works", "OAuth 2.0: works")
        .contains("client in an HTTP Basic header")
        .contains("perPage=1&limit=2: perPage wins, the page says perPage 1 and has 1 member")
        .contains("perPage=2&limit=1: perPage wins, the page says perPage 2 and has 2 members")
        .contains("limit alone sets the size of a page")
        .contains("perPage=1000 is taken as it is")
        .contains("Take pageSizeParameter(PER_PAGE), the default: perPage alone sets")
        .contains("A page beyond the end: status 200, empty")
        .contains("An unknown audience: status 404")
        .contains("body.results[].reference was seen present and absent")
        .contains("body.results[].email was seen present and null");
    assertThat(additions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"reference\":\"x\"}              | members 200: body.results[].userId is missing",
        "{\"userId\":7}                     | members 200: body.results[].userId is a number, not a string",
        "{\"userId\":null}                  | members 200: body.results[].userId is null",
        "{\"userId\":\"1\",\"email\":[]}    | members 200: body.results[].email is an array, not a string",
        "\"jane\"                           | members 200: body.results[] is a string, not an object",
      })
  @ViolatesContract("fields that differ from the spec")
  void namesFieldsThatViolateTheSpec(String member, String found) {
    members(get(anyUrl()), member, 2, 1);

    assertThat(run()).isEqualTo(1);

    assertThat(violations()).contains(found);
  }

  @Test
  void namesUnknownFields() {
    members(
        get(anyUrl()),
        "{\"userId\":\"1\",\"phone\":\"0123-private\",\"joe@example.com\":{\"deep\":1}}",
        2,
        1);

    assertThat(run()).isZero();

    assertThat(additions())
        .containsExactly(
            "  - members 200: body.results[].phone, a string",
            "  - members 200: body.results[].(a name that is not shown), an object");
  }

  @Test
  @ViolatesContract("figures that differ from the spec")
  void namesFiguresThatViolateTheSpec() {
    API.stubFor(
        get(anyUrl())
            .willReturn(
                json(
                    "{\"results\":[],\"pagination\":{\"totalResults\":1.5,\"totalPages\":-1,"
                        + "\"page\":\"1\"}}")));

    assertThat(run()).isEqualTo(1);

    assertThat(violations())
        .contains(
            "members 200: body.pagination.totalResults is not a multiple of 1",
            "members 200: body.pagination.totalPages is below 0",
            "members 200: body.pagination.page is a string, not a number",
            "members 200: body.pagination.perPage is missing");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 418, 503})
  @ViolatesContract("a status that is not documented")
  void namesUndocumentedStatuses(int status) {
    API.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(status)));

    assertThat(run()).isEqualTo(1);

    assertThat(violations())
        .contains(
            "members " + status + ": this status is not documented",
            "HTTP Basic: does not work, status " + status);
  }

  @Test
  @ViolatesContract("a body that is no JSON")
  void reportsABodyThatIsNotJson() {
    API.stubFor(get(anyUrl()).willReturn(aResponse().withBody("<html>joe.private@example.com")));

    assertThat(run()).isEqualTo(1);

    assertThat(violations())
        .contains(
            "members 200: the content type is not application/json",
            "members 200: the body is no valid JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"results\":[],\"results\":[],\"pagination\":{}}",
        "{\"results\":[],\"pagination\":{}} joe.private@example.com",
        "{\"results\":[",
        "{\"results\":[],\"pagination\":{\"totalResults\":1e999999999999}}",
      })
  @ViolatesContract("invalid JSON and duplicate fields")
  void reportsInvalidJson(String body) {
    API.stubFor(get(anyUrl()).willReturn(json(body)));

    assertThat(run()).isEqualTo(1);

    assertThat(violations()).contains("members 200: the body is no valid JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e-400", "1e999999999"})
  @ViolatesContract("figures out of range")
  void reportsFiguresOutOfRange(String figure) {
    API.stubFor(
        get(anyUrl())
            .willReturn(
                json(
                    "{\"results\":[],\"pagination\":{\"totalResults\":%1$s,\"totalPages\":%1$s,"
                            .formatted(figure)
                        + "\"page\":1,\"perPage\":%s}}".formatted(figure))));

    assertThat(run()).isEqualTo(1);

    assertThat(violations())
        .contains("members 200: body.pagination.totalResults has more than 30 digits");
  }

  @Test
  void hidesNamesThatContainAValue() {
    variables.put("THRIVE_TEST_AUDIENCE", "secret-team");
    members(
        get(anyUrl()),
        "{\"userId\":\"u-77\",\"reference\":\"smith\",\"x_smith\":1,\"score_42\":1}",
        2,
        1);
    API.stubFor(
        get(urlPathMatching(".*/thrive-audience-canary-unknown/.*"))
            .willReturn(error(404, "Not Found").withHeader("X-Secret-Team", "1")));

    assertThat(run()).isZero();

    assertThat(report()).doesNotContainIgnoringCase("smith").doesNotContain("42", "secret-team");
    assertThat(additions())
        .containsExactly(
            "  - members 200: body.results[].(a name that is not shown), a number",
            "  - members 404: header (a name that is not shown)");
  }

  @Test
  void namesUndocumentedHeaders() {
    API.stubFor(
        get(urlPathMatching(".*/thrive-audience-canary-unknown/.*"))
            .willReturn(
                error(404, "Not Found")
                    .withHeader("X-RateLimit-Remaining", "private 7")
                    .withHeader("Date", "now")));

    assertThat(run()).isZero();

    assertThat(additions()).containsExactly("  - members 404: header x-ratelimit-remaining");
  }

  @Test
  void reportsThatLimitWins() {
    members(query("limit", "1"), JANE, 1, 2);
    members(query("limit", "2"), JANE + "," + JOE, 2, 1);

    assertThat(run()).isZero();

    assertThat(report())
        .contains("perPage=1&limit=2: limit wins, the page says perPage 2 and has 2 members")
        .contains("perPage=2&limit=1: limit wins, the page says perPage 1 and has 1 member")
        .contains("Take pageSizeParameter(PER_PAGE), the default: perPage alone sets");
  }

  @Test
  void advisesLimit() {
    members(get(anyUrl()), JANE + "," + JOE, 100, 1);
    members(query("limit", "1"), JANE, 1, 2);
    members(query("limit", "2"), JANE + "," + JOE, 2, 1);

    assertThat(run()).isZero();

    assertThat(report())
        .contains("perPage=1&limit=2: limit wins", "perPage=1000 is changed to 100")
        .contains("Take pageSizeParameter(LIMIT): limit alone sets the size of a page");
  }

  @Test
  void reportsThatALargePageIsReduced() {
    members(query("perPage", "1000"), JANE + "," + JOE, 200, 1);

    assertThat(run()).isZero();

    assertThat(report())
        .contains("perPage=1000 is changed to 200")
        .contains("Take pageSizeParameter(PER_PAGE), the default: perPage alone sets");
  }

  @Test
  void reportsThatPagesHaveAnotherSize() {
    members(get(anyUrl()), JANE, 100, 1);

    assertThat(run()).isZero();

    assertThat(report())
        .contains("limit alone is ignored: a page has 100")
        .contains("neither wins, the page says perPage 100 and has 1 member")
        .contains("perPage=1000 is changed to 100")
        .contains("Take pageSizeParameter(PER_PAGE), the default: neither")
        .contains("A page beyond the end: status 200, not empty")
        .contains("An unknown audience: status 200");
  }
}
