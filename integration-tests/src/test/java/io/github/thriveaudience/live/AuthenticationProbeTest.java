package io.github.thriveaudience.live;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.contract.ViolatesContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings of the canary about authentication, and about missing variables. */
class AuthenticationProbeTest extends LiveTest {
  @Test
  void reportsThatBasicDoesNotWork() {
    API.stubFor(
        get(anyUrl())
            .withHeader("Authorization", matching("Basic .*"))
            .willReturn(error(401, "Unauthorized")));

    assertThat(run()).isEqualTo(1);

    assertThat(violations()).containsExactly("HTTP Basic: does not work, status 401");
    assertThat(report()).contains("OAuth 2.0: works").contains("An unknown audience: status 404");
  }

  @Test
  void reportsThatTokensDoNotWork() {
    API.stubFor(post(anyUrl()).willReturn(json("{\"error\":\"invalid_client\"}").withStatus(401)));

    assertThat(run()).isEqualTo(1);

    assertThat(violations())
        .containsExactly(
            "OAuth 2.0: no token, status 401 with the client in a header, 401 with it in the body");
    assertThat(report()).contains("HTTP Basic: works");
  }

  @Test
  void reportsThatTheClientBelongsInTheBody() {
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
  @ViolatesContract("a token that no header can carry")
  void neverQuotesATokenThatCannotBeSent() {
    API.stubFor(
        post(anyUrl())
            .willReturn(json("{\"access_token\":\"hush\\ntoken\",\"token_type\":\"Bearer\"}")));

    assertThat(run()).isEqualTo(1);

    assertThat(report()).isEqualTo("canary: stopped by IOException\n");
  }

  @ParameterizedTest
  @CsvSource({
    "mac, hush-token, tokens 200: body.token_type is not Bearer",
    "bearer, '', OAuth 2.0: the token is empty",
  })
  void reportsInvalidTokens(String type, String value, String found) {
    API.stubFor(
        post(anyUrl())
            .willReturn(
                json("{\"access_token\":\"%s\",\"token_type\":\"%s\"}".formatted(value, type))));

    assertThat(run()).isEqualTo(1);

    assertThat(violations()).containsExactly(found);
  }

  @Test
  void triesTheSchemesWithSecrets() {
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
  void rejectsAnUnknownEnvironment() {
    variables.put("THRIVE_ENVIRONMENT", "MOON");

    assertThat(run()).isEqualTo(1);

    assertThat(report()).startsWith("canary: THRIVE_ENVIRONMENT must be one of [PRODUCTION,");
    assertThat(API.getAllServeEvents()).isEmpty();
  }
}
