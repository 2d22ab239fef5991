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
import io.github.thriveaudience.contract.ContractValidator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the canary against an API that obeys the spec unless a test changes a response. */
abstract class LiveTest {
  static final String JANE = "{\"userId\":\"1\",\"reference\":\"jane\",\"email\":null}";
  static final String JOE = "{\"userId\":\"2\",\"email\":\"joe.private@example.com\"}";

  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  @RegisterExtension static final WireMockExtension API = CONTRACT.server();

  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "THRIVE_ENVIRONMENT", "STAGING",
              "THRIVE_TENANT_ID", "eu-west-2_Tenant",
              "THRIVE_API_SECRET", "hush-secret",
              "THRIVE_CLIENT_ID", "client",
              "THRIVE_CLIENT_SECRET", "hush-client",
              "THRIVE_TEST_AUDIENCE", "private / audience"));

  /** An API with two members that obeys the spec; perPage wins over limit. */
  @BeforeEach
  void obeySpec() {
    members(get(anyUrl()), JANE + "," + JOE, 2, 2);
    members(query("perPage", "1"), JANE, 1, 2);
    members(query("limit", "1").withQueryParam("perPage", WireMock.absent()), JANE, 1, 2);
    members(query("perPage", "1000"), JANE + "," + JOE, 1000, 1);
    members(query("page", "2"), "", 1000, 1);
    API.stubFor(
        get(urlPathMatching(".*/thrive-audience-canary-unknown/.*"))
            .willReturn(error(404, "Not Found")));
    API.stubFor(
        post(anyUrl())
            .willReturn(json("{\"access_token\":\"hush-token\",\"token_type\":\"Bearer\"}")));
  }

  int run() {
    int status =
        new Canary(variables, LiveTest::simulator, new PrintStream(out, true, UTF_8)).run();
    assertThat(report()).doesNotContain("private", "jane", "hush", "joe", "eu-west-2_Tenant");
    return status;
  }

  static Target simulator(Settings settings) {
    settings.environment();
    String host = "http://127.0.0.1:" + API.getPort();
    return new Target(
        URI.create(host + "/rest/v1"), URI.create(host + "/oauth2/token/eu-west-2_Tenant"));
  }

  String report() {
    return out.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }

  List<String> violations() {
    return section("breaks it:\n", "Not in the spec").stream()
        .map(line -> line.substring("  - ".length()))
        .toList();
  }

  /** Without a header that WireMock adds. */
  List<String> additions() {
    return section("Not in the spec:\n", "Not documented").stream()
        .filter(line -> !line.endsWith("header matched-stub-id"))
        .toList();
  }

  List<String> section(String from, String to) {
    String report = report();
    return report
        .substring(report.indexOf(from) + from.length(), report.indexOf(to))
        .lines()
        .toList();
  }

  static MappingBuilder query(String name, String value) {
    return get(anyUrl()).withQueryParam(name, matching(value));
  }

  static void members(MappingBuilder request, String members, int perPage, int pages) {
    API.stubFor(
        request.willReturn(
            json(
                ("{\"results\":[%s],\"pagination\":"
                        + "{\"totalResults\":2,\"totalPages\":%d,\"page\":1,\"perPage\":%d}}")
                    .formatted(members, pages, perPage))));
  }

  static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  static ResponseDefinitionBuilder error(int status, String phrase) {
    return json("{\"status\":%d,\"error\":\"%s\",\"message\":\"?\"}".formatted(status, phrase))
        .withStatus(status);
  }
}
