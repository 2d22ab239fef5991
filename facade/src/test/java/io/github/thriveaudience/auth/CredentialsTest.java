package io.github.thriveaudience.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import feign.RequestTemplate;
import io.github.thriveaudience.internal.token.Authentication;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @Test
  void basicIsTenantIdAndSecretInUtf8() {
    RequestTemplate request = new RequestTemplate();

    authenticate(Credentials.basic("eu-west-2_Tenant", "pässword 北京:☂"), request);

    assertThat(request.headers().get("Authorization"))
        .containsExactly(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("eu-west-2_Tenant:pässword 北京:☂".getBytes(UTF_8)));
  }

  @Test
  void aSecondUseReplacesTheHeader() {
    RequestTemplate request = new RequestTemplate();

    authenticate(Credentials.basic("tenant", "one"), request);
    authenticate(Credentials.basic("tenant", "two"), request);

    assertThat(request.headers().get("Authorization")).hasSize(1);
  }

  @Test
  void showNoSecret() {
    assertThat(Credentials.basic("eu-west-2_Tenant", "hush-hush"))
        .asString()
        .contains("eu-west-2_Tenant")
        .doesNotContain("hush-hush")
        .doesNotContain(
            Base64.getEncoder().encodeToString("eu-west-2_Tenant:hush".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "a:b", ":", "tenant\n", "te\u0000nant"})
  void refuseATenantIdThatBasicCannotCarry(String tenantId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.basic(tenantId, "secret"))
        .withMessageStartingWith("tenantId must not ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n", "hush-hush\n", "hush\u007fhush"})
  void refuseASecretThatBasicCannotCarry(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.basic("tenant", secret))
        .withMessageStartingWith("apiSecret must not ")
        .withMessageNotContaining("hush");
  }

  @Test
  void refuseNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> Credentials.basic(null, "secret"))
        .withMessage("tenantId");
    assertThatNullPointerException()
        .isThrownBy(() -> Credentials.basic("tenant", null))
        .withMessage("apiSecret");
  }

  private static void authenticate(Credentials credentials, RequestTemplate request) {
    ((Authentication) credentials).interceptor().apply(request);
  }
}
