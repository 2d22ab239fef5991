package io.github.thriveaudience.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** No secret is shown, whatever the actuator is told to show. */
class SecretsTest {
  private final StandardEnvironment environment = new StandardEnvironment();

  private boolean isMasked(String key, String value) {
    SanitizableData data = new SanitizableData(null, key, value);
    Object shown = new SecretsSanitizer(environment).apply(data).getValue();
    assertThat(shown).isIn(value, SanitizableData.SANITIZED_VALUE);
    return !value.equals(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thrive.audience.api-secret",
        "thrive.audience.apiSecret",
        "THRIVE_AUDIENCE_API_SECRET",
        "THRIVE_AUDIENCE_APISECRET",
        "thrive.audience.client-secret",
        "thrive.audience.proxy.password",
        "thrive.audience.headers.X-Api-Key",
        "thrive.audience.headers[X-Api-Key]",
        "thrive.audience.token-headers.X-Api-Key",
        "THRIVE_API_SECRET",
        "THRIVE_CLIENT_SECRET"
      })
  void masksByName(String key) {
    assertThat(isMasked(key, "x")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thrive.audience.tenant-id",
        "thrive.audience.proxy.host",
        "thrive.audience.api-secret-file",
        "other.api-secret"
      })
  void showsTheRest(String key) {
    assertThat(isMasked(key, "x")).isFalse();
  }

  @Test
  void masksWhereASecretWasTakenFrom() {
    given("thrive.audience.api-secret", "${VAULT_VALUE}");
    given("VAULT_VALUE", "a-long-secret");
    given("thrive.audience.proxy.password", "short");
    given("thrive.audience.headers.X-Key", "another-secret");

    assertThat(isMasked("VAULT_VALUE", "a-long-secret")).isTrue();
    assertThat(isMasked("sun.java.command", "Main --thrive.audience.api-secret=a-long-secret"))
        .isTrue();
    assertThat(isMasked("X_KEY", "another-secret")).isTrue();
    assertThat(isMasked("any", "short")).isTrue();
    assertThat(isMasked("any", "shorter")).isFalse();
    assertThat(isMasked("any", "else")).isFalse();
  }

  @Test
  void masksAlsoIfAnotherPropertyCannotBeRead() {
    given("thrive.audience.api-secret", "a-long-secret");
    given("thrive.audience.headers", "no map");

    assertThat(isMasked("any", "a-long-secret")).isTrue();
  }

  @Test
  void endpointsShowNoSecret() {
    StarterContext.configured("api-secret=${ELSEWHERE}")
        .withPropertyValues("ELSEWHERE=from-elsewhere")
        .run(
            context -> {
              List<SanitizingFunction> sanitizers =
                  new ArrayList<>(context.getBeansOfType(SanitizingFunction.class).values());
              var env = new EnvironmentEndpoint(context.getEnvironment(), sanitizers, Show.ALWAYS);
              var properties = new ConfigurationPropertiesReportEndpoint(sanitizers, Show.ALWAYS);
              properties.setApplicationContext(context);

              String shown =
                  env.environment(null).getPropertySources().stream()
                      .map(
                          source ->
                              source.getProperties().values().stream()
                                  .map(v -> String.valueOf(v.getValue()))
                                  .toList()
                                  .toString())
                      .toList()
                      .toString();
              String beans =
                  properties.configurationProperties().getContexts().values().stream()
                      .map(
                          each ->
                              each.getBeans().values().stream()
                                  .map(b -> b.getPrefix() + b.getProperties() + b.getInputs())
                                  .toList()
                                  .toString())
                      .toList()
                      .toString();
              assertThat(shown).contains("eu-west-2_Quickstart").doesNotContain("from-elsewhere");
              assertThat(beans)
                  .contains("thrive.audience", "eu-west-2_Quickstart")
                  .doesNotContain("from-elsewhere");
              assertThat(context.getBean(ThriveProperties.class).toString())
                  .doesNotContain("from-elsewhere");
            });
  }

  private void given(String property, String value) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource(property, Map.of(property, value)));
  }
}
