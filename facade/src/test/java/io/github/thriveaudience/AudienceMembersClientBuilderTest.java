package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceMembersClientBuilderTest {
  private final AudienceMembersClient.Builder builder =
      AudienceMembersClient.builder()
          .environment(ThriveEnvironment.STAGING)
          .credentials(Credentials.basic("tenant", "secret"));

  @Nested
  class BaseUri {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://proxy.example.com",
          "https://proxy.example.com:8443/thrive/rest/v1/",
          "https://proxy.example.com:65535",
          "HTTPS://PROXY.EXAMPLE.COM",
          "http://localhost:8080",
          "http://LOCALHOST",
          "http://127.0.0.1:8080/rest/v1",
          "http://127.255.255.254",
          "http://[::1]:8080",
          "http://[0:0:0:0:0:0:0:1]",
        })
    void canBeHttpsOrLoopback(URI uri) {
      assertThatCode(() -> builder.baseUri(uri).build()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
      "http://public.api.learn.link/rest/v1, https",
      "http://127.0.0.1.example.com,         https",
      "http://localhost.example.com,         https",
      "http://128.0.0.1,                     https",
      "http://0.0.0.0,                       https",
      "http://10.0.0.1,                      https",
      "http://[::2],                         https",
      "http://[::ffff:10.0.0.1],             https",
      "ftp://localhost,                      https",
      "https:///rest/v1,                     host",
      "/rest/v1,                             host",
      "mailto:someone@example.com,           host",
      "https://a_b.example.com,              host",
      "https://me:pw@example.com,            user info",
      "https://@example.com,                 user info",
      "https://example.com?,                 query",
      "https://example.com/v1?a=b,           query",
      "https://example.com/v1#,              fragment",
      "https://example.com/v1#top,           fragment",
      "https://example.com:0,                port",
      "https://example.com:65536,            port",
    })
    void isRefusedOtherwise(URI uri, String rule) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.baseUri(uri))
          .withMessageStartingWith("baseUri must ")
          .withMessageContaining(rule)
          .withMessageNotContaining("pw");
    }
  }

  @Test
  void refusesHeadersThatCannotBeSent() {
    assertThat(builder.header("X-Key", "hush").header("X-Key", () -> null)).isSameAs(builder);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.header("Authorization", "Bearer hush"))
        .withMessageStartingWith("header must not be Authorization: ")
        .withMessageNotContaining("hush");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.header("Accept", () -> "hush"))
        .withMessageStartingWith("header must not be Accept: ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.header("X-Key", "hush\r\nX-Forged: 1"))
        .withMessageStartingWith("the value of the header X-Key has a line break ")
        .withMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE})
  void refusesAPageSizeOutOfRange(int pageSize) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.pageSize(pageSize))
        .withMessage("pageSize must be 1 to 1000, but was " + pageSize);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void acceptsAPageSizeAtTheEndsOfItsRange(int pageSize) {
    assertThatCode(() -> builder.pageSize(pageSize).build()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {101, 1000})
  void refusesAPageSizeThatLimitDoesNotAllow(int pageSize) {
    assertThatIllegalStateException()
        .isThrownBy(builder.pageSizeParameter(PageSizeParameter.LIMIT).pageSize(pageSize)::build)
        .withMessage("pageSize must be 1 to 100 with LIMIT, but was " + pageSize);
    assertThatIllegalStateException()
        .isThrownBy(builder.pageSize(pageSize).pageSizeParameter(PageSizeParameter.LIMIT)::build);
    assertThatCode(builder.pageSizeParameter(PageSizeParameter.PER_PAGE)::build)
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void acceptsAPageSizeThatLimitAllows(int pageSize) {
    assertThatCode(builder.pageSize(pageSize).pageSizeParameter(PageSizeParameter.LIMIT)::build)
        .doesNotThrowAnyException();
  }

  @Test
  void needsCredentials() {
    assertThatIllegalStateException()
        .isThrownBy(AudienceMembersClient.builder().environment(ThriveEnvironment.STAGING)::build)
        .withMessage("credentials must be set");
  }

  @Test
  void needsAnAddress() {
    assertThatIllegalStateException()
        .isThrownBy(
            AudienceMembersClient.builder().credentials(Credentials.basic("tenant", "secret"))
                ::build)
        .withMessage("environment or baseUri must be set");
  }

  @Nested
  class WithOAuth {
    private static final URI GATEWAY = URI.create("https://gateway.example.com/thrive");

    private final OAuth2Credentials oauth2 =
        Credentials.oauth2("eu-west-2_Tenant", "client", "hush-hush");

    @Test
    void usesTheTokenEndpointOfItsEnvironment() {
      assertThatCode(builder.credentials(oauth2)::build).doesNotThrowAnyException();
    }

    @Test
    void sendsNoTokenOfAnEnvironmentToAnotherAddress() {
      assertThatIllegalStateException()
          .isThrownBy(builder.baseUri(GATEWAY).credentials(oauth2)::build)
          .withMessage("with baseUri and OAuth credentials tokenUri must be set too");
    }

    @Test
    void sendsItThereIfATokenUriIsSet() {
      URI staging = ThriveEnvironment.STAGING.tokenUri(TokenService.PUBLIC_API, "t");

      assertThatCode(
              AudienceMembersClient.builder().baseUri(GATEWAY).tokenUri(staging).credentials(oauth2)
                  ::build)
          .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "ALL"})
    void acceptsScopesThatAllowReading(Scope scope) {
      assertThatCode(builder.credentials(oauth2.withScopes(scope, Scope.WRITE))::build)
          .doesNotThrowAnyException();
    }

    @Test
    void refusesScopesThatDoNotAllowReading() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.credentials(oauth2.withScopes(Scope.WRITE)))
          .withMessageContaining("api/read or api/all");
    }

    @Test
    void refusesScopesThatThePublicApiDoesNotGrant() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.credentials(oauth2.withScopes(Scope.ALL, Scope.WEBHOOKS)))
          .withMessageContaining("api/webhooks");
    }
  }

  @Nested
  class Audience {
    private final AudienceMembersClient client = builder.build();

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "\t\n",
          ".",
          "..",
          "../../users",
          "a/./b",
          "half \uD83D emoji",
          "\uDE00"
        })
    void isRefusedBeforeAnyRequest(String audience) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.members(audience))
          .withMessageStartingWith("audience must ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", ". ", "hr/uk", "a..b/..c", "😀"})
    void canBeAnyOtherText(String audience) {
      assertThat(client.members(audience))
          .hasToString("Members[audience \"" + audience + "\" of STAGING]");
    }
  }

  @Test
  void aClosedClientRefusesCalls() {
    AudienceMembersClient client = builder.build();
    Members members = client.members("tech-team");
    client.close();
    client.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> client.members("tech-team"))
        .withMessage("this client is closed");
    assertThatIllegalStateException().isThrownBy(() -> members.page(1));
    assertThatIllegalStateException().isThrownBy(() -> members.iterator().next());
    assertThatIllegalStateException().isThrownBy(() -> members.stream().count());
  }

  @Test
  @SuppressWarnings("ObjectToString") // The test is that neither has a toString() with a secret.
  void showsNoSecret() {
    assertThat(builder.toString() + builder.build()).doesNotContain("secret");
  }
}
