package io.github.thriveaudience.spring;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static io.github.thriveaudience.testing.Scenarios.failsOnce;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.testing.ReceivedRequest;
import io.github.thriveaudience.testing.ThriveStubs;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.core.task.TaskDecorator;

/** What properties change in the requests. */
class SettingsOnTheWireTest {
  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  @Test
  void pageSize() {
    StarterContext.basic(STUBS)
        .withPropertyValues("thrive.audience.page-size=200")
        .run(context -> assertThat(members(context).readAll().members()).hasSize(250));

    assertThat(STUBS.requests())
        .extracting(ReceivedRequest::query)
        .containsExactly("page=1&perPage=200", "page=2&perPage=200");
  }

  @Test
  void pageSizeParameter() {
    StarterContext.basic(STUBS)
        .withPropertyValues("thrive.audience.page-size-parameter=limit")
        .run(context -> members(context).page(1));

    assertThat(STUBS.requests())
        .extracting(ReceivedRequest::query)
        .containsExactly("page=1&limit=100");
  }

  @Test
  void maxAttempts() {
    STUBS.given("tech-team", failsOnce(500));
    StarterContext.basic(STUBS)
        .withPropertyValues("thrive.audience.max-attempts=1")
        .run(
            context ->
                assertThatThrownBy(() -> members(context).page(1))
                    .isInstanceOf(ServerErrorException.class));

    assertThat(STUBS.requests()).hasSize(1);
  }

  @Test
  void maxResponseSize() {
    StarterContext.basic(STUBS)
        .withPropertyValues("thrive.audience.max-response-size=1KB")
        .run(
            context ->
                assertThatThrownBy(() -> members(context).page(1))
                    .isInstanceOf(MalformedResponseException.class)
                    .hasMessageContaining("1024"));
  }

  @Test
  void oauth() {
    StarterContext.oauth(STUBS)
        .withPropertyValues(
            "thrive.audience.scopes=all", "thrive.audience.client-authentication=request-body")
        .run(context -> members(context).page(1));

    ReceivedRequest token = STUBS.requests().get(0);
    assertThat(token.isTokenRequest()).isTrue();
    assertThat(scopes()).containsExactly("api/all");
    assertThat(token.header("Authorization")).isNull();
    assertThat(STUBS.requests().get(1).header("Authorization"))
        .startsWith("Bearer quickstart-access-token");
  }

  @Test
  void accessTokensHaveTheScopesOfTheClient() {
    StarterContext.oauth(STUBS)
        .withPropertyValues("thrive.audience.scopes=read,write")
        .run(context -> context.getBean(AccessTokens.class).current());

    assertThat(scopes()).containsExactly("api/read api/write");
  }

  @Test
  void accessTokensHaveScopesOfTheirOwn() {
    StarterContext.oauth(STUBS)
        .withPropertyValues(
            "thrive.audience.scopes=read", "thrive.audience.access-tokens.scopes=write")
        .run(context -> context.getBean(AccessTokens.class).current());

    assertThat(scopes()).containsExactly("api/write");
  }

  @Test
  void accessTokensOfTheWebhooksHaveTheirScope() {
    StarterContext.oauth(STUBS)
        .withPropertyValues(
            "thrive.audience.scopes=read",
            "thrive.audience.access-tokens.service=webhooks",
            "thrive.audience.access-tokens.token-uri=" + STUBS.tokenUrl())
        .run(
            context ->
                assertThatThrownBy(() -> context.getBean(AccessTokens.class).current())
                    .hasMessageContaining("invalid_scope"));

    assertThat(scopes()).containsExactly("api/webhooks");
  }

  @Test
  void httpClientWithItsOwnProxy() {
    InetSocketAddress stubs = new InetSocketAddress(STUBS.url().getHost(), STUBS.url().getPort());
    StarterContext.basic(STUBS)
        .withPropertyValues(
            "thrive.audience.base-uri=http://localhost:1/rest/v1",
            "thrive.audience.http-client=mine")
        .withBean(
            "mine",
            HttpClient.class,
            () -> HttpClient.newBuilder().proxy(ProxySelector.of(stubs)).build())
        .run(context -> assertThat(members(context).page(1).members()).hasSize(250));
  }

  @Test
  void headers() {
    StarterContext.oauth(STUBS)
        .withPropertyValues(
            "thrive.audience.headers.X-Api-Gateway-Key=of the API",
            "thrive.audience.token-headers[X-Token.Key]=of the tokens")
        .run(context -> members(context).page(1));

    ReceivedRequest token = STUBS.requests().get(0);
    ReceivedRequest page = STUBS.requests().get(1);
    assertThat(token.header("X-Token.Key")).isEqualTo("of the tokens");
    assertThat(token.header("X-Api-Gateway-Key")).isNull();
    assertThat(page.header("X-Api-Gateway-Key")).isEqualTo("of the API");
    assertThat(page.header("X-Token.Key")).isNull();
  }

  @Test
  void exposeHeaders() {
    StarterContext.basic(STUBS)
        .withPropertyValues("thrive.audience.expose-headers=Content-Type,X-RateLimit-Remaining")
        .run(
            context ->
                assertThat(members(context).page(1).headers())
                    .containsOnlyKeys("Content-Type")
                    .containsEntry("content-type", List.of("application/json")));
  }

  @Test
  void taskDecorator() {
    AtomicInteger decorated = new AtomicInteger();
    for (String bean : List.of("springs", "function")) {
      StarterContext.basic(STUBS)
          .withPropertyValues("thrive.audience.task-decorator=" + bean)
          .withBean("springs", TaskDecorator.class, () -> counting(decorated)::apply)
          .withBean("function", UnaryOperator.class, () -> counting(decorated))
          .run(context -> assertThat(members(context).readAll().members()).hasSize(250));

      assertThat(decorated.getAndSet(0)).as(bean).isPositive();
    }
  }

  private static UnaryOperator<Runnable> counting(AtomicInteger decorated) {
    return task -> {
      decorated.incrementAndGet();
      return task;
    };
  }

  private static List<String> scopes() {
    return STUBS.wireMock().findAll(postRequestedFor(anyUrl())).stream()
        .map(request -> request.formParameters().get("scope").firstValue())
        .toList();
  }

  private static Members members(AssertableApplicationContext context) {
    return context.getBean(AudienceMembersClient.class).members("tech-team");
  }
}
