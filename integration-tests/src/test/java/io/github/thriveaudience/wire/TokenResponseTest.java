package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.BadRequestException;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import io.github.thriveaudience.error.UnexpectedStatusException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses of a token endpoint that are no token. */
@ViolatesContract("bodies that are no token")
class TokenResponseTest extends WireTest {

  @ParameterizedTest
  @CsvSource({
    "400, invalid_client,         Check the Client ID and the Client Secret",
    "401, invalid_client,         Check the Client ID and the Client Secret",
    "400, invalid_scope,          Check that this client may have the scopes api/read",
    "400, invalid_request,        Check the Tenant ID",
    "400, unauthorized_client,    may use client credentials",
    "403, unauthorized_client,    may use client credentials",
    "400, unsupported_grant_type, error()",
    "400, jane.doe,               error()",
  })
  void readsErrorsOfRfc6749(int status, String error, String advice) {
    respondToTokenRequests(
        json("""
                {"error":"%s","error_description":"jane.doe and %s","error_uri":"x"}"""
                .formatted(error, SECRET))
            .withStatus(status));

    assertThat(failure())
        .isInstanceOfSatisfying(
            TokenRequestException.class,
            thrown -> {
              assertThat(thrown.error()).isEqualTo(error);
              assertThat(thrown.errorDescription()).isEqualTo("jane.doe and " + SECRET);
              assertThat(thrown)
                  .hasMessageStartingWith(
                      tokenUri() + " responded with " + status + " for an access token: ")
                  .hasMessageContaining(advice);
            });
  }

  static Stream<Arguments> otherErrors() {
    return Stream.of(
        Arguments.of(400, "<html>jane.doe</html>", BadRequestException.class),
        Arguments.of(400, "{}", BadRequestException.class),
        Arguments.of(400, "{\"error\":\"\"}", BadRequestException.class),
        Arguments.of(400, "[]", BadRequestException.class),
        Arguments.of(400, "null", BadRequestException.class),
        Arguments.of(401, "", UnauthorizedException.class),
        Arguments.of(403, "denied, jane.doe", ForbiddenException.class),
        Arguments.of(404, "{\"error\":\"Not Found\"}", NotFoundException.class),
        Arguments.of(429, "{\"error\":\"slow_down\"}", RateLimitedException.class),
        Arguments.of(500, "{\"error\":\"server_error\"}", ServerErrorException.class),
        Arguments.of(503, "", ServerErrorException.class),
        Arguments.of(405, "", UnexpectedStatusException.class),
        Arguments.of(302, "", UnexpectedStatusException.class),
        Arguments.of(307, "", UnexpectedStatusException.class));
  }

  @ParameterizedTest
  @MethodSource("otherErrors")
  void otherErrorsFailByTheirStatus(int status, String body, Class<?> expected) {
    respondToTokenRequests(
        aResponse()
            .withStatus(status)
            .withHeader("Location", baseUri() + "/elsewhere")
            .withHeader("Retry-After", "7")
            .withBody(body));

    assertThat(failure()).isExactlyInstanceOf(expected).hasMessageContaining("an access token");
    assertThat(requests()).as("a redirect is not followed").hasSize(1);
  }

  @Test
  void readsRetryAfter() {
    respondToTokenRequests(aResponse().withStatus(429).withHeader("Retry-After", "7"));

    assertThat(failure())
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html>Sign in, jane.doe</html>",
        "{}",
        "{\"access_token\":\"hush-hush-a\"}",
        "{\"token_type\":\"Bearer\"}",
        "{\"access_token\":null,\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\" \",\"token_type\":\"Bearer\"}",
        "{\"access_token\":7,\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"hush-hush\\r\\nX: y\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"hush-hush\\u0000\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"hush-hush\\n\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"hush-hush ü\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"hush-hush\",\"token_type\":\"mac\"}",
        "{\"access_token\":\"hush-hush\",\"token_type\":\"\"}",
        "{\"access_token\":\"hush-hush\",\"token_type\":\"Bearer\",\"expires_in\":0}",
        "{\"access_token\":\"hush-hush\",\"token_type\":\"Bearer\",\"expires_in\":-1}",
        "{\"access_token\":\"hush-hush\",\"token_type\":\"Bearer\",\"expires_in\":\"soon\"}",
      })
  void rejectsAnythingButAToken(String body) {
    respondToTokenRequests(json(body));

    assertThat(failure()).isExactlyInstanceOf(MalformedResponseException.class);
    assertThat(requests()).as("nothing went to the API").hasSize(1);
  }

  private static void respondToTokenRequests(ResponseDefinitionBuilder response) {
    API.stubFor(post(urlPathMatching("/.*")).willReturn(response));
  }

  private static long members() {
    return oauth2Builder().build().members("tech-team").stream().count();
  }

  private static Throwable failure() {
    Throwable thrown = catchThrowable(() -> members());
    LeakAssertions.assertNoLeaks(thrown);
    return thrown;
  }
}
