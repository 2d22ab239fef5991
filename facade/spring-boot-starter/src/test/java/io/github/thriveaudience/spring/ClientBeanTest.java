package io.github.thriveaudience.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.testing.FakeAudienceMembers;
import io.github.thriveaudience.testing.ThriveStubs;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.util.TestPropertyValues;

/** Which beans there are. */
class ClientBeanTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  @Test
  void thereIsNoneWithoutAProperty() {
    StarterContext.empty()
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(AudienceMembersClient.class)
                    .doesNotHaveBean(AudienceMembersClient.Builder.class)
                    .doesNotHaveBean(AccessTokens.class));
  }

  @Test
  void thereIsNoneIfItIsDisabled() {
    StarterContext.configured("enabled=false", "page-size=1001")
        .run(
            context ->
                assertThat(context).hasNotFailed().doesNotHaveBean(AudienceMembersClient.class));
  }

  @ParameterizedTest
  @CsvSource({"yes, 1", "ON, 1", "1, 1", "no, 0", "off, 0", "'', 1", "' ', 1"})
  void isEnabledInSpringsWords(String property, int clients) {
    StarterContext.configured("enabled=" + property)
        .run(
            context ->
                assertThat(context.getBeansOfType(AudienceMembersClient.class)).hasSize(clients));
  }

  /** Such as {@code ${PROXY_HOST:}} gives it. */
  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "${NOWHERE:}"})
  void aBlankPropertyCountsAsNotSet(String blank) {
    String[] properties =
        Stream.of(
                "base-uri token-uri client-id client-secret tenant-id-file scopes page-size"
                    + " client-authentication requests-per-second connect-timeout max-attempts"
                    + " max-response-size headers.X-Key token-headers.X-Key expose-headers"
                    + " proxy.host proxy.port proxy.user proxy.password ssl.bundle http-client"
                    + " task-decorator access-tokens.service access-tokens.token-uri")
            .flatMap(names -> Stream.of(names.split(" ")))
            .map(name -> name + '=' + blank)
            .toArray(String[]::new);

    StarterContext.configured(properties)
        .run(
            context ->
                assertThat(context).hasNotFailed().hasSingleBean(AudienceMembersClient.class));
  }

  @Test
  void isClosedWithTheContext() {
    AtomicReference<Members> members = new AtomicReference<>();

    StarterContext.basic(STUBS)
        .run(
            context -> {
              Members open = context.getBean(AudienceMembersClient.class).members("tech-team");
              assertThat(open.stream()).hasSize(250);
              members.set(open);
            });

    assertThatThrownBy(() -> members.get().page(1)).hasMessage("this client is closed");
  }

  @Test
  void accessTokensAreClosedWithTheContext() {
    AtomicReference<AccessTokens> tokens = new AtomicReference<>();

    StarterContext.oauth(STUBS)
        .run(
            context -> {
              tokens.set(context.getBean(AccessTokens.class));
              assertThat(tokens.get().current().value()).startsWith("quickstart-access-token");
            });

    assertThatThrownBy(() -> tokens.get().current()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nothingIsReadThatNoBeanNeeds() {
    StarterContext.with("environment=${NOWHERE}", "client-id=${NOWHERE}", "page-size=many")
        .withBean("mine", AudienceMembersClient.class, FakeAudienceMembers::new)
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void accessTokensNeedOAuth() {
    StarterContext.basic(STUBS)
        .run(context -> assertThat(context).doesNotHaveBean(AccessTokens.class));
  }

  @Test
  void backsOffFromTheApplicationsOwn() {
    try (AccessTokens tokens =
        AccessTokens.builder(TokenService.WEBHOOKS)
            .environment(ThriveEnvironment.STAGING)
            .credentials(ThriveStubs.oauthCredentials())
            .build()) {
      StarterContext.with("page-size=1001", "tenant-id=a", "client-id=b")
          .withBean("mine", AudienceMembersClient.class, FakeAudienceMembers::new)
          .withBean("tokens", AccessTokens.class, () -> tokens)
          .run(
              context ->
                  assertThat(context)
                      .hasNotFailed()
                      .getBean(AudienceMembersClient.class)
                      .isInstanceOf(FakeAudienceMembers.class));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "production, PRODUCTION",
    "STAGING, STAGING",
    "production-mea, PRODUCTION_MEA",
    "staging_mea, STAGING_MEA"
  })
  void callsTheEnvironment(String property, String environment) {
    StarterContext.with("environment=" + property, "tenant-id=a", "api-secret=b")
        .run(
            context ->
                assertThat(context.getBean(AudienceMembersClient.class).members("x"))
                    .hasToString("Members[audience \"x\" of " + environment + "]"));
  }

  /** As a scope does whose beans are made again when properties have changed. */
  @Test
  void readsThePropertiesAnewForEachBuilder() {
    StarterContext.basic(STUBS)
        .run(
            context -> {
              TestPropertyValues.of("thrive.audience.page-size=50").applyTo(context);

              try (var client = context.getBean(AudienceMembersClient.Builder.class).build()) {
                assertThat(client.members("tech-team").page(1).members()).hasSize(50);
              }
            });
  }
}
