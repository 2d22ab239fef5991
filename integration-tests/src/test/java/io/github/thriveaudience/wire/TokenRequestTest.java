package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.thriveaudience.AccessToken;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.contract.ViolatesContract.Side;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One request for a token, and the token in the response. */
@Tag("contract")
class TokenRequestTest extends WireTest {
  private static final String TOKEN = SECRET + "-token";

  @Test
  void sendsAFormWithTheClientInAHeader() {
    issue(TOKEN);

    tokens(OAUTH2).current();

    LoggedRequest request = requests().get(0);
    assertThat(request.getMethod()).isEqualTo(RequestMethod.POST);
    assertThat(request.getUrl()).isEqualTo("/oauth2/token/eu-west-2_Tenant");
    assertThat(request.getBodyAsString().split("&"))
        .containsExactlyInAnyOrder("grant_type=client_credentials", "scope=api%2Fread");
    assertThat(request.header("Content-Type").values())
        .containsExactly("application/x-www-form-urlencoded");
    assertThat(request.header("Accept").values()).containsExactly("application/json");
    assertThat(request.header("Accept-Encoding").values()).containsExactly("gzip");
    assertThat(request.getHeader("User-Agent")).startsWith("thrive-audience-java/");
    assertThat(request.header("Authorization").values())
        .containsExactly("Basic " + base64("client:" + SECRET));
  }

  @Test
  void formEncodesIdAndSecretBeforeBase64() {
    issue(TOKEN);

    tokens(Credentials.oauth2("t", "id:with %+ü", "hush s&e=c/r{e}t 北")).current();

    assertThat(requests().get(0).getHeader("Authorization"))
        .isEqualTo(
            "Basic " + base64("id%3Awith+%25%2B%C3%BC:hush+s%26e%3Dc%2Fr%7Be%7Dt+%E5%8C%97"));
  }

  @Test
  void sendsTheClientInTheBodyIfSet() {
    issue(TOKEN);

    tokens(
            Credentials.oauth2("t", "id&", "hush e=c")
                .withClientAuthentication(ClientAuthentication.REQUEST_BODY)
                .withScopes(Scope.READ, Scope.WRITE))
        .current();

    LoggedRequest request = requests().get(0);
    assertThat(request.containsHeader("Authorization")).isFalse();
    assertThat(request.getBodyAsString().split("&"))
        .containsExactlyInAnyOrder(
            "grant_type=client_credentials",
            "scope=api%2Fread+api%2Fwrite",
            "client_id=id%26",
            "client_secret=hush+e%3Dc");
  }

  @Test
  void requestsTheScopeOfTheService() {
    issue(TOKEN);

    AccessToken token =
        AccessTokens.builder(TokenService.WEBHOOKS)
            .tokenUri(tokenUri())
            .credentials(OAUTH2)
            .build()
            .current();

    assertThat(requests().get(0).getBodyAsString()).contains("scope=api%2Fwebhooks");
    assertThat(token.value()).isEqualTo(TOKEN);
    assertThat(token.scopes()).containsExactly("api/webhooks");
  }

  @Test
  @ViolatesContract(
      value = "a proxy has paths of its own",
      by = {Side.REQUESTS, Side.RESPONSES})
  void sendsToTheGivenUriUnchanged() {
    issue(TOKEN);
    URI uri = URI.create("http://127.0.0.1:" + API.getPort() + "/any%2Fwhere/%7Btoken%7D/");

    AccessTokens.builder(TokenService.PUBLIC_API)
        .tokenUri(uri)
        .credentials(OAUTH2)
        .build()
        .current();

    assertThat(requests().get(0).getUrl()).isEqualTo("/any%2Fwhere/%7Btoken%7D/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a.b-c_d~e+f/g==", "{a}%7B", "x!#$%&'*^`|"})
  void requestsATokenOnceAndSendsItUnchanged(String token) {
    issue(token);

    assertThat(members(OAUTH2)).isEqualTo(1);
    assertThat(members(OAUTH2)).isEqualTo(1);

    List<String> sent =
        requests().stream()
            .filter(request -> request.getMethod().equals(RequestMethod.GET))
            .map(request -> String.join("|", request.header("Authorization").values()))
            .toList();
    assertThat(sent).containsExactly("Bearer " + token, "Bearer " + token);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 3600",
    "',\"expires_in\":null', 3600",
    "',\"expires_in\":120', 120",
    "',\"expires_in\":\"120\"', 120",
    "',\"expires_in\":9223372036854775807', 31536000",
  })
  @ViolatesContract("a server that writes a number as a string")
  void returnsTheExpiryOfTheToken(String field, long seconds) {
    respondToTokenRequests(json("{\"access_token\":\"a\",\"token_type\":\"BEARER\"" + field + "}"));
    Instant before = Instant.now();

    Instant expiry = tokens(OAUTH2).current().expiresAt();

    assertThat(expiry).isBetween(before.plusSeconds(seconds), Instant.now().plusSeconds(seconds));
  }

  @Test
  void returnsTheGrantedScopes() {
    respondToTokenRequests(
        json("{\"access_token\":\"a\",\"token_type\":\"bearer\",\"scope\":\" api/all  x/y\"}"));

    assertThat(tokens(OAUTH2).current().scopes()).containsExactly("api/all", "x/y");
  }

  @Test
  @ViolatesContract("a server that lists scopes")
  void returnsScopesSentAsAList() {
    respondToTokenRequests(
        json("{\"access_token\":\"a\",\"token_type\":\"bearer\",\"scope\":[\"api/all\",\"x/y\"]}"));

    assertThat(tokens(OAUTH2).current().scopes()).containsExactly("api/all", "x/y");
  }

  @Test
  void requestsANewTokenAfterInvalidation() {
    issue(TOKEN);
    AccessTokens tokens = tokens(OAUTH2);
    AccessToken token = tokens.current();
    assertThat(tokens.current()).isEqualTo(token);
    assertThat(requests()).hasSize(1);

    tokens.invalidate(token);
    tokens.current();

    assertThat(requests()).hasSize(2);
  }

  private static void issue(String token) {
    respond(json(Pages.page(1, 1, 1000)));
    respondToTokenRequests(
        json(
            "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                .formatted(token)));
  }

  private static void respondToTokenRequests(ResponseDefinitionBuilder response) {
    API.stubFor(post(urlPathMatching("/.*")).willReturn(response));
  }

  private static AccessTokens tokens(OAuth2Credentials credentials) {
    return AccessTokens.builder(TokenService.PUBLIC_API)
        .tokenUri(tokenUri())
        .credentials(credentials)
        .maxAttempts(1)
        .build();
  }

  private static long members(OAuth2Credentials credentials) {
    return builder()
        .credentials(credentials)
        .tokenUri(tokenUri())
        .build()
        .members("tech-team")
        .stream()
        .count();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
