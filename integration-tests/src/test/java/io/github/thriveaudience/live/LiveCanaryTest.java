package io.github.thriveaudience.live;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.thriveaudience.contract.ContractWatch;
import io.github.thriveaudience.contract.OffContract;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the canary says of an API that obeys the spec, and of one that deviates in each way. */
class LiveCanaryTest {
  private static final String JANE = "{\"userId\":\"1\",\"reference\":\"jane\",\"email\":null}";
  private static final String JOE = "{\"userId\":\"2\",\"email\":\"joe.private@example.com\"}";

  @RegisterExtension static final ContractWatch CONTRACT = new ContractWatch();

  @RegisterExtension static final WireMockExtension API = CONTRACT.server();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "THRIVE_ENVIRONMENT", "STAGING",
              "THRIVE_TENANT_ID", "eu-west-2_Tenant",
              "THRIVE_API_SECRET", "hush-secret",
              "THRIVE_CLIENT_ID", "client",
              "THRIVE_CLIENT_SECRET", "hush-client",
              "THRIVE_TEST_AUDIENCE", "private / audience"));

  /** An API as the spec has it, of two members, where perPage beats limit. */
  @BeforeEach
  void obey() {
    members(get(anyUrl()), JANE + "," + JOE, 2, 2);
    members(query("perPage", "1"), JANE, 1, 2);
    members(query("limit", "1").withQueryParam("perPage", WireMock.absent()), JANE, 1, 2);
    members(query("perPage", "1000"), JANE + "," + JOE, 1000, 1);
    members(query("page", "2"), "", 1000, 1);
    API.stubFor(
        get(urlPathMatching(".*/thrive-audience-canary-unknown/.*"))
            .willReturn(error(404, "Not Found")));
    API.stubFor(
        post(anyUrl()).willReturn(json("{\"access_token\":\"hush-token\",\"token_type\":\"Bearer\"}")));
  }

  @Test
  void findsNothingWhereTheApiObeys() {
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
  @OffContract("fields that differ from the spec")
  void namesFieldsThatBreakTheSpec(String member, String found) {
    members(get(anyUrl()), member, 2, 1);

    assertThat(run()).isEqualTo(1);

    assertThat(broken()).contains(found);
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
  @OffContract("figures that differ from the spec")
  void namesFiguresThatBreakTheSpec() {
    API.stubFor(
        get(anyUrl())
            .willReturn(
                json(
                    "{\"results\":[],\"pagination\":{\"totalResults\":1.5,\"totalPages\":-1,"
                        + "\"page\":\"1\"}}")));

    assertThat(run()).isEqualTo(1);

    assertThat(broken())
        .contains(
            "members 200: body.pagination.totalResults is not a multiple of 1",
            "members 200: body.pagination.totalPages is below 0",
            "members 200: body.pagination.page is a string, not a number",
            "members 200: body.pagination.perPage is missing");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 302, 418, 503})
  @OffContract("a status that is not documented")
  void namesUndocumentedStatuses(int status) {
    API.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(status)));

    assertThat(run()).isEqualTo(1);

    assertThat(broken())
        .contains(
            "members " + status + ": this status is not documented",
            "HTTP Basic: does not work, status " + status);
  }

  @Test
  @OffContract("a body that is no JSON")
  void saysThatABodyIsNotJson() {
    API.stubFor(get(anyUrl()).willReturn(aResponse().withBody("<html>joe.private@example.com")));

    assertThat(run()).isEqualTo(1);

    assertThat(broken()).contains("members 200: the body is not JSON");
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
  void saysThatLimitWins() {
    members(query("limit", "1"), JANE, 1, 2);
    members(query("limit", "2"), JANE + "," + JOE, 2, 1);

    assertThat(run()).isZero();

    assertThat(report())
        .contains("perPage=1&limit=2: limit wins, the page says perPage 2 and has 2 members")
        .contains("perPage=2&limit=1: limit wins, the page says perPage 1 and has 1 member");
  }

  @Test
  void saysThatPagesAreOfAnotherSize() {
    members(get(anyUrl()), JANE, 100, 1);

    assertThat(run()).isZero();

    assertThat(report())
        .contains("limit alone is ignored: a page has 100")
        .contains("neither wins, the page says perPage 100 and has 1 member")
        .contains("perPage=1000 is changed to 100")
        .contains("A page beyond the end: status 200, not empty")
        .contains("An unknown audience: status 200");
  }

  @Test
  void saysThatBasicDoesNotWork() {
    API.stubFor(
        get(anyUrl())
            .withHeader("Authorization", matching("Basic .*"))
            .willReturn(error(401, "Unauthorized")));

    assertThat(run()).isEqualTo(1);

    assertThat(broken()).containsExactly("HTTP Basic: does not work, status 401");
    assertThat(report()).contains("OAuth 2.0: works").contains("An unknown audience: status 404");
  }

  @Test
  void saysThatTokensDoNotWork() {
    API.stubFor(post(anyUrl()).willReturn(json("{\"error\":\"invalid_client\"}").withStatus(401)));

    assertThat(run()).isEqualTo(1);

    assertThat(broken())
        .containsExactly(
            "OAuth 2.0: no token, status 401 with the client in a header, 401 with it in the body");
    assertThat(report()).contains("HTTP Basic: works");
  }

  @Test
  void saysThatTheClientBelongsIntoTheBody() {
    API.stubFor(
        post(anyUrl())
            .withHeader("Authorization", matching(".*"))
            .willReturn(json("{\"error\":\"invalid_client\"}").withStatus(401)));

    assertThat(run()).isZero();

    assertThat(report())
        .contains("The token endpoint takes the client in the body, and not in a header")
        .contains("OAuth 2.0: works");
  }

  @Test
  @OffContract("a token that no header can carry")
  void keepsATokenThatCannotBeSentToItself() {
    API.stubFor(
        post(anyUrl())
            .willReturn(json("{\"access_token\":\"hush\\ntoken\",\"token_type\":\"Bearer\"}")));

    assertThat(run()).isEqualTo(1);

    assertThat(report()).isEqualTo("canary: no answer from the API: IOException\n");
  }

  @Test
  void triesWhatItHasSecretsFor() {
    variables.remove("THRIVE_CLIENT_SECRET");

    assertThat(run()).isZero();

    assertThat(report())
        .contains("HTTP Basic: works")
        .contains("OAuth 2.0: not tried, THRIVE_CLIENT_ID and THRIVE_CLIENT_SECRET must be set");
  }

  @Test
  void isSkippedWithoutVariables() {
    variables.clear();

    assertThat(run()).isZero();

    assertThat(report())
        .isEqualTo(
            "Skipped: the canary needs THRIVE_ENVIRONMENT, THRIVE_TENANT_ID, THRIVE_TEST_AUDIENCE,"
                + " THRIVE_API_SECRET (or THRIVE_CLIENT_ID and THRIVE_CLIENT_SECRET) to be set.\n");
    assertThat(API.getAllServeEvents()).isEmpty();
  }

  @Test
  void knowsNoOtherEnvironment() {
    variables.put("THRIVE_ENVIRONMENT", "MOON");

    assertThat(run()).isEqualTo(1);

    assertThat(report()).startsWith("canary: THRIVE_ENVIRONMENT must be one of [PRODUCTION,");
    assertThat(API.getAllServeEvents()).isEmpty();
  }

  private int run() {
    int status =
        new Canary(variables, LiveCanaryTest::simulator, new PrintStream(out, true, UTF_8)).run();
    assertThat(report()).doesNotContain("private", "jane", "hush", "joe", "eu-west-2_Tenant");
    return status;
  }

  private static Target simulator(Settings settings) {
    settings.environment();
    String host = "http://127.0.0.1:" + API.getPort();
    return new Target(
        URI.create(host + "/rest/v1"), URI.create(host + "/oauth2/token/eu-west-2_Tenant"));
  }

  private String report() {
    return out.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  private List<String> broken() {
    return section("breaks it:\n", "Not in the spec").stream()
        .map(line -> line.substring("  - ".length()))
        .toList();
  }

  /** But for a header with which WireMock itself deviates. */
  private List<String> additions() {
    return section("Not in the spec:\n", "Not documented").stream()
        .filter(line -> !line.endsWith("header matched-stub-id"))
        .toList();
  }

  private List<String> section(String from, String to) {
    String report = report();
    return report
        .substring(report.indexOf(from) + from.length(), report.indexOf(to))
        .lines()
        .toList();
  }

  private static MappingBuilder query(String name, String value) {
    return get(anyUrl()).withQueryParam(name, matching(value));
  }

  private static void members(MappingBuilder request, String members, int perPage, int pages) {
    API.stubFor(
        request.willReturn(
            json(
                ("{\"results\":[%s],\"pagination\":"
                        + "{\"totalResults\":2,\"totalPages\":%d,\"page\":1,\"perPage\":%d}}")
                    .formatted(members, pages, perPage))));
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  private static ResponseDefinitionBuilder error(int status, String phrase) {
    return json("{\"status\":%d,\"error\":\"%s\",\"message\":\"?\"}".formatted(status, phrase))
        .withStatus(status);
  }
}
