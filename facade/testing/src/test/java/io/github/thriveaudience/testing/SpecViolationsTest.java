package io.github.thriveaudience.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.error.UnauthorizedException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the stubs have against the requests of any program. */
@ViolatesSpec("each request here does, except for some")
class SpecViolationsTest {
  private static final String BASIC = "Basic ZXUtd2VzdC0yX1F1aWNrc3RhcnQ6cXVpY2tzdGFydC1zZWNyZXQ=";
  private static final String FORM = "application/x-www-form-urlencoded";

  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  private static HttpResponse<String> send(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(STUBS.url().resolve(path));
    return HttpClient.newHttpClient()
        .send(
            headers.length == 0 ? request.build() : request.headers(headers).build(),
            BodyHandlers.ofString());
  }

  private static void ask(String token, String contentType) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(STUBS.tokenUrl())
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(token))
            .build();
    HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?page=0           | the parameter 'page' must be a whole number from 1 to 2147483647",
        "?page=2147483648  | the parameter 'page' must be a whole number from 1 to 2147483647",
        "?page=one         | the parameter 'page' must be a whole number from 1 to 2147483647",
        "?page=            | the parameter 'page' must be a whole number from 1 to 2147483647",
        "?perPage=1001     | the parameter 'perPage' must be a whole number from 1 to 1000",
        "?limit=101        | the parameter 'limit' must be a whole number from 1 to 100",
        "?page=1&page=2    | the parameter 'page' must be there once",
        "?size=10          | there is no parameter 'size': there are page, perPage and limit",
      })
  void aQueryThatIsNotOfTheSpec(String query, String rule) throws Exception {
    send("/rest/v1/audiences/tech-team/members" + query, "Authorization", BASIC);

    assertThat(STUBS.violations())
        .containsExactly("GET /rest/v1/audiences/tech-team/members: " + rule);
  }

  @ParameterizedTest
  @CsvSource({
    "/rest/v1/audiences/a/b/members",
    "/rest/v1/audiences/tech-team/member",
    "/rest/v1/audience/tech-team/members",
    "/audiences/tech-team/members",
    "/rest/v1/audiences//members",
    "/oauth2/token",
  })
  void aPathThatIsNotOfTheSpec(String path) throws Exception {
    send(path, "Authorization", BASIC);

    assertThat(STUBS.violations()).containsExactly("GET " + path + ": there is no such endpoint");
  }

  @ParameterizedTest
  @CsvSource({"%FF", "a%E5%8C"})
  void anAudienceThatIsNotEncodedInUtf8(String segment) throws Exception {
    send("/rest/v1/audiences/" + segment + "/members", "Authorization", BASIC);

    assertThat(STUBS.violations())
        .singleElement()
        .asString()
        .endsWith("the audience must be percent-encoded UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"Basic xyz", "Basic ZXUtd2VzdC0y", "Bearer", "quickstart-secret", "Digest a=b"})
  void credentialsThatAreNotOfTheSpec(String authorization) throws Exception {
    send("/rest/v1/audiences/tech-team/members", "Authorization", authorization);

    assertThat(STUBS.violations())
        .singleElement()
        .asString()
        .contains("the header Authorization must be there")
        .doesNotContain("quickstart", "xyz");
  }

  @Test
  void credentialsThatAreMissing() throws Exception {
    assertThat(send("/rest/v1/audiences/tech-team/members").statusCode()).isEqualTo(401);

    assertThat(STUBS.violations()).hasSize(1);
  }

  @Test
  void wrongCredentialsAreOfTheSpec() {
    try (var client = STUBS.builder().credentials(Credentials.basic("tenant", "wrong")).build()) {
      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isInstanceOf(UnauthorizedException.class);
    }
    assertThat(STUBS.violations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ClientAuthentication.class)
  void requestsOfTheClientAreOfTheSpec(ClientAuthentication authentication) {
    try (var client =
        STUBS
            .oauthBuilder()
            .credentials(ThriveStubs.oauthCredentials().withClientAuthentication(authentication))
            .build()) {
      assertThat(client.members("R&D / 北京 50%")).hasSize(3);
    }
    assertThat(STUBS.violations()).isEmpty();
    assertThatCode(STUBS::verify).doesNotThrowAnyException();
  }

  @Test
  void aTokenRequestThatIsNotOfTheSpec() throws Exception {
    ask("grant_type=password&client_id=quickstart-client", FORM);
    ask("{\"grant_type\": \"client_credentials\"}", "application/json");

    assertThat(STUBS.violations())
        .extracting(violation -> violation.replaceFirst(".*: ", ""))
        .containsExactly(
            "grant_type must be client_credentials",
            "the client must authenticate, by HTTP Basic or with client_id and client_secret in the"
                + " body",
            "the body must be application/x-www-form-urlencoded",
            "grant_type must be client_credentials",
            "the client must authenticate, by HTTP Basic or with client_id and client_secret in the"
                + " body");
  }

  @Test
  void aTestCanAddAnEndpoint() throws Exception {
    STUBS.wireMock().stubFor(get("/rest/v1/users/7").atPriority(1).willReturn(ok("{}")));

    assertThat(send("/rest/v1/users/7", "Authorization", BASIC).statusCode()).isEqualTo(200);

    assertThat(STUBS.violations()).isEmpty();
  }

  @Test
  void allViolationsAreSaid() throws Exception {
    send("/rest/v1/audiences/tech-team/members?page=0&limit=0");

    assertThatThrownBy(STUBS::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Requests that violate the API's spec:\n- GET /rest/v1/audiences/")
        .hasMessageContainingAll("'page'", "'limit'", "Authorization")
        .hasMessageEndingWith("annotate it with @ViolatesSpec.");
    STUBS.reset();
    assertThatCode(STUBS::verify).doesNotThrowAnyException();
  }

  @Test
  void receivedRequestsShowNoSecret() throws Exception {
    send("/rest/v1/audiences/a%20b/members?page=7", "Authorization", BASIC);

    ReceivedRequest request = STUBS.requests().get(0);
    assertThat(request).hasToString("GET /rest/v1/audiences/a%20b/members");
    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.audience()).isEqualTo("a b");
    assertThat(request.query()).isEqualTo("page=7");
    assertThat(request.parameter("page")).isEqualTo("7");
    assertThat(request.parameter("perPage")).isNull();
    assertThat(request.header("authorization")).isEqualTo(BASIC);
    assertThat(request.header("X-Absent")).isNull();
    assertThat(request.isTokenRequest()).isFalse();
  }

  @Test
  void theAddressIsOfTheLoopbackInterface() {
    URI url = STUBS.url();

    assertThat(url).hasHost("127.0.0.1").hasPath("/rest/v1");
    assertThat(STUBS.tokenUrl())
        .hasPort(url.getPort())
        .hasPath("/oauth2/token/" + ThriveStubs.TENANT_ID);
  }
}
