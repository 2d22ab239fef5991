package io.github.thriveaudience.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Calls;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.token.Authentication;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @Test
  void encodesTenantIdAndSecretInUtf8() {
    assertThat(headers(Credentials.basic("eu-west-2_Tenant", "pässword 北京:☂")))
        .containsExactly(
            Map.entry(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString("eu-west-2_Tenant:pässword 北京:☂".getBytes(UTF_8))));
  }

  @Test
  void toStringHidesTheSecret() {
    assertThat(Credentials.basic("eu-west-2_Tenant", "hush-hush"))
        .asString()
        .contains("eu-west-2_Tenant")
        .doesNotContain("hush-hush")
        .doesNotContain(
            Base64.getEncoder().encodeToString("eu-west-2_Tenant:hush".getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n", "a:b", ":", "tenant\n", "te\u0000nant"})
  void rejectsAnInvalidTenantId(String tenantId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.basic(tenantId, "secret"))
        .withMessageStartingWith("tenantId must not ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\r\n", "hush-hush\n", "hush\u007fhush"})
  void rejectsAnInvalidSecret(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.basic("tenant", secret))
        .withMessageStartingWith("apiSecret must not ")
        .withMessageNotContaining("hush");
  }

  @Test
  void rejectsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> Credentials.basic(null, "secret"))
        .withMessage("tenantId");
    assertThatNullPointerException()
        .isThrownBy(() -> Credentials.basic("tenant", null))
        .withMessage("apiSecret");
  }

  private static Map<String, String> headers(Credentials credentials) {
    Map<String, String> headers = new HashMap<>();
    ((Authentication) credentials)
        .addTo(
            headers::put,
            new CallContext(
                Calls.OF_MEMBERS, Time.SYSTEM, Duration.ofMinutes(1), CallOwner.ofSingleCall()));
    return headers;
  }
}
