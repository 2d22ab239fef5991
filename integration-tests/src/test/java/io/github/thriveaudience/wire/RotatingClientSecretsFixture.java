package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.TokenService;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;

/**
 * Servers that accept one Client Secret and one token alone, and a supplier whose secret changes.
 */
abstract class RotatingClientSecretsFixture extends WireTest {
  static final String OLD = SECRET + "-old";
  static final String NEW = SECRET + "-new";

  final AtomicInteger asks = new AtomicInteger();
  final AtomicReference<OAuth2Credentials> next = new AtomicReference<>(with(OLD));

  static OAuth2Credentials with(String secret) {
    return Credentials.oauth2("eu-west-2_Tenant", "client", secret);
  }

  OAuth2Credentials vault() {
    asks.incrementAndGet();
    return next.get();
  }

  AudienceMembersClient.Builder rotating() {
    return builder().tokenUri(tokenUri()).credentials(this::vault).maxAttempts(4);
  }

  static AccessTokens.Builder tokens() {
    return AccessTokens.builder(TokenService.PUBLIC_API).tokenUri(tokenUri());
  }

  @BeforeEach
  void accept() {
    accept(OLD, "token-1");
  }

  /** From now on, the servers accept this secret and this token alone. */
  static void accept(String secret, String token) {
    API.resetMappings();
    refuse("{\"error\":\"invalid_client\"}", 401);
    API.stubFor(get(anyUrl()).atPriority(9).willReturn(json("{\"status\":401}").withStatus(401)));
    API.stubFor(
        post(anyUrl())
            .withHeader("Authorization", equalTo(basic(secret)))
            .willReturn(token(SECRET + token)));
    API.stubFor(
        get(anyUrl())
            .withHeader("Authorization", equalTo("Bearer " + SECRET + token))
            .willReturn(json(Pages.page(5, 1, 1000))));
  }

  static void refuse(String body, int status) {
    API.stubFor(post(anyUrl()).atPriority(10).willReturn(json(body).withStatus(status)));
  }

  static String basic(String secret) {
    return "Basic " + Base64.getEncoder().encodeToString(("client:" + secret).getBytes(UTF_8));
  }

  static List<String> sent(RequestMethod method) {
    return requests().stream()
        .filter(request -> request.getMethod().equals(method))
        .map(request -> request.getHeader("Authorization"))
        .toList();
  }

  static int members(AudienceMembersClient client) {
    return client.members("tech-team").page(1).members().size();
  }
}
