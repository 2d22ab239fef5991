package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentVariablesTest {
  private final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "THRIVE_ENVIRONMENT", "STAGING_MEA",
              "THRIVE_TENANT_ID", "eu-west-2_AbcdEfghI",
              "THRIVE_API_SECRET", "hush-hush"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRODUCTION",
        "staging",
        "Production_Mea",
        " STAGING_MEA ",
        "production-mea",
        "Staging-MEA"
      })
  void makeAClient(String environment) {
    variables.put("THRIVE_ENVIRONMENT", environment);

    assertThatCode(() -> client().close()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"THRIVE_ENVIRONMENT", "THRIVE_TENANT_ID"})
  void areNamedWhenTheyAreNotSet(String name) {
    variables.remove(name);
    assertThatIllegalStateException()
        .isThrownBy(this::client)
        .withMessage("the environment variable " + name + " is not set");

    variables.put(name, " ");
    assertThatIllegalStateException()
        .isThrownBy(this::client)
        .withMessage("the environment variable " + name + " is not set");
  }

  @Test
  void aMissingSecretNamesBothKindsOfCredentials() {
    variables.remove("THRIVE_API_SECRET");

    assertThatIllegalStateException()
        .isThrownBy(this::client)
        .withMessage(
            "neither THRIVE_API_SECRET nor THRIVE_CLIENT_ID and THRIVE_CLIENT_SECRET are set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"THRIVE_CLIENT_ID", "THRIVE_CLIENT_SECRET"})
  void oauthNeedsBothClientVariables(String name) {
    oauth2();
    variables.remove(name);

    assertThatIllegalStateException()
        .isThrownBy(this::client)
        .withMessage("the environment variable " + name + " is not set");
  }

  @Test
  void makeAClientThatUsesOAuth() {
    oauth2();
    variables.put("THRIVE_TENANT_ID", "with:colon");

    assertThatCode(() -> client().close()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"THRIVE_CLIENT_ID", "THRIVE_CLIENT_SECRET"})
  void bothKindsOfCredentialsContradict(String name) {
    variables.put(name, "set");

    assertThatIllegalStateException()
        .isThrownBy(this::client)
        .withMessageContaining("THRIVE_API_SECRET")
        .withMessageContaining("THRIVE_CLIENT_ID")
        .withMessageContaining("not both");
  }

  @Test
  void anUnusableClientSecretIsNamed() {
    oauth2();
    variables.put("THRIVE_CLIENT_SECRET", "hush-hush\n");

    assertThatIllegalStateException()
        .isThrownBy(this::client)
        .withMessageContaining("THRIVE_CLIENT_SECRET")
        .withMessageContaining("clientSecret must not contain control characters")
        .withMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIVE", "production mea", "productionmea", "-production", "EU"})
  void anUnknownEnvironmentNamesTheKnownOnes(String environment) {
    variables.put("THRIVE_ENVIRONMENT", environment);

    assertThatIllegalStateException()
        .isThrownBy(this::client)
        .withMessage(
            "THRIVE_ENVIRONMENT must be one of [PRODUCTION, STAGING, PRODUCTION_MEA, STAGING_MEA],"
                + " case-insensitive, with _ or -");
  }

  @Test
  void anUnusableApiSecretIsNamed() {
    variables.put("THRIVE_API_SECRET", "hush-hush\n");

    assertThatIllegalStateException()
        .isThrownBy(this::client)
        .withMessageContaining("THRIVE_API_SECRET")
        .withMessageContaining("control characters")
        .withMessageNotContaining("hush");
  }

  private void oauth2() {
    variables.remove("THRIVE_API_SECRET");
    variables.put("THRIVE_CLIENT_ID", "client");
    variables.put("THRIVE_CLIENT_SECRET", "hush-hush");
  }

  private AudienceMembersClient client() {
    return new EnvironmentVariables(variables).applyTo(AudienceMembersClient.builder()).build();
  }
}
