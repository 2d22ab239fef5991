package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.PageSizeParameter;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.contract.ViolatesContract.Side;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("contract")
class RequestTest extends WireTest {
  @BeforeEach
  void respondWithAPage() {
    respond(json(Pages.page(1, 1, 1000)));
  }

  @Test
  void requestsAPageAsTheSpecDescribes() {
    client().members("tech-team").page(1);

    LoggedRequest request = singleRequest();
    assertThat(request.getMethod()).isEqualTo(RequestMethod.GET);
    assertThat(request.getUrl())
        .isEqualTo("/rest/v1/audiences/tech-team/members?page=1&perPage=1000");
    assertThat(request.getBodyAsString()).isEmpty();
  }

  @Test
  void requestsTheGivenPageAndPageSize() {
    respond(json(Pages.page("[]", 10, 1, 7, 25)));

    builder().pageSize(25).build().members("tech-team").page(7);

    assertThat(singleRequest().getUrl()).endsWith("/members?page=7&perPage=25");
  }

  @Test
  void sendsThePageSizeAsLimitIfSet() {
    respond(json(Pages.page(1, 1, 100)));

    limited().build().members("tech-team").page(1);
    limited().pageSize(7).build().members("tech-team").page(1);

    assertThat(requests())
        .extracting(request -> request.getUrl().split("\\?", 2)[1])
        .containsExactly("page=1&limit=100", "page=1&limit=7");
  }

  private static AudienceMembersClient.Builder limited() {
    return builder().pageSizeParameter(PageSizeParameter.LIMIT);
  }

  /** A new parameter must be set here, or named as one that is never sent, with the reason. */
  @Test
  void sendsEveryQueryParameterOfTheSpecButOne() throws IOException {
    Set<String> parameters =
        new TreeSet<>(requestOf(builder().pageSize(25)).getQueryParams().keySet());
    // The API reference does not say which of the two wins.
    parameters.add("limit");

    assertThat(parameters).isEqualTo(parametersOfTheSpec());
  }

  private static LoggedRequest requestOf(AudienceMembersClient.Builder builder) {
    builder.build().members("tech-team").page(1);
    return singleRequest();
  }

  private static Set<String> parametersOfTheSpec() throws IOException {
    JsonNode spec = new YAMLMapper().readTree(Path.of("../api-spec/openapi.yaml").toFile());
    return StreamSupport.stream(
            spec.at("/paths/~1audiences~1{audienceId}~1members/get/parameters").spliterator(),
            false)
        .map(
            parameter ->
                parameter.has("$ref")
                    ? spec.at(parameter.get("$ref").textValue().substring(1))
                    : parameter)
        .filter(parameter -> parameter.get("in").textValue().equals("query"))
        .map(parameter -> parameter.get("name").textValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void carriesEachHeaderOnce() {
    client().members("tech-team").page(1);

    LoggedRequest request = singleRequest();
    assertThat(request.header("Accept").values()).containsExactly("application/json");
    assertThat(request.header("Accept-Encoding").values()).containsExactly("gzip");
    assertThat(request.header("Authorization").values()).hasSize(1);
    assertThat(request.header("User-Agent").values())
        .singleElement()
        .asString()
        .matches("thrive-audience-java/\\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(Java \\d+\\)");
    assertThat(request.containsHeader("Upgrade")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-2_AbcdEfghI, hush",
    "eu-west-2_AbcdEfghI, 'hush with space: and colon'",
    "tenänt, hush pässwörd",
    "テナント, hush 秘密 🔑",
    "{tenant}, hush {secret}%7B",
  })
  void sendsBasicCredentialsInUtf8(String tenantId, String secret) {
    builder().credentials(Credentials.basic(tenantId, secret)).build().members("tech-team").page(1);

    String header = singleRequest().getHeader("Authorization");
    assertThat(header).startsWith("Basic ");
    byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()));
    assertThat(new String(decoded, UTF_8)).isEqualTo(tenantId + ":" + secret);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                 /audiences/tech-team/members",
    "/,                  /audiences/tech-team/members",
    "/rest/v1///,        /rest/v1/audiences/tech-team/members",
    "/a%20b/rest/v1/,    /a%20b/rest/v1/audiences/tech-team/members",
    "/%7Btenant%7D%2Fv1, /%7Btenant%7D%2Fv1/audiences/tech-team/members",
  })
  @ViolatesContract(
      value = "a proxy has paths of its own",
      by = {Side.REQUESTS, Side.RESPONSES})
  void appendsThePathToTheBaseUri(String path, String expected) {
    URI uri = URI.create("http://127.0.0.1:" + API.getPort() + path);

    builder().baseUri(uri).build().members("tech-team").page(1);

    assertThat(singleRequest().getUrl()).startsWith(expected + "?page=1");
  }

  @Test
  void acceptsASchemeCaseInsensitively() {
    builder()
        .baseUri(URI.create("HTTP://LOCALHOST:" + API.getPort() + "/rest/v1"))
        .build()
        .members("tech-team")
        .page(1);

    assertThat(singleRequest().getUrl()).startsWith("/rest/v1/audiences/");
  }

  /** Java 17 sends one with any GET over HTTP/1.1, Java 25 does not. */
  @Test
  void addsNoContentLengthToThatOfTheJdk() throws Exception {
    List<String> heads = new CopyOnWriteArrayList<>();
    try (Sockets server = new Sockets(connection -> heads.add(Sockets.head(connection)))) {
      URI uri = URI.create("http://127.0.0.1:" + server.port());
      catchThrowable(() -> HttpClient.newHttpClient().send(get(uri), BodyHandlers.discarding()));
      boolean ofTheJdk = hasLength(heads.get(0));
      heads.clear();

      catchThrowable(() -> builder().baseUri(uri).build().members("tech-team").page(1));

      assertThat(heads).isNotEmpty();
      assertThat(hasLength(heads.get(0))).isEqualTo(ofTheJdk);
    }
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1).build();
  }

  private static boolean hasLength(String head) {
    return head.toLowerCase(Locale.ROOT).contains("\r\ncontent-length: 0\r\n");
  }

  private static LoggedRequest singleRequest() {
    assertThat(requests()).hasSize(1);
    return requests().get(0);
  }
}
