package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;

/** An API that accepts one secret alone, and a supplier whose secret changes. */
abstract class RotatingSecretsFixture extends WireTest {
  static final int TOTAL = 95;
  static final String OLD = SECRET + "-old";
  static final String NEW = SECRET + "-new";

  final AtomicInteger asks = new AtomicInteger();
  final AtomicReference<String> secret = new AtomicReference<>(OLD);

  final AudienceMembersClient.Builder builder =
      builder().credentials(this::vault).pageSize(10).maxAttempts(4);

  Credentials vault() {
    asks.incrementAndGet();
    return Credentials.basic("eu-west-2_Tenant", secret.get());
  }

  @BeforeEach
  void accept() {
    accept(OLD);
  }

  /** From now on, the API accepts this secret alone. */
  static void accept(String secret) {
    API.resetMappings();
    API.stubFor(any(anyUrl()).atPriority(10).willReturn(json("{\"status\":401}").withStatus(401)));
    for (int page = 1; page <= 10; page++) {
      API.stubFor(
          get(anyUrl())
              .withQueryParam("page", equalTo(String.valueOf(page)))
              .withHeader("Authorization", equalTo(basic(secret)))
              .willReturn(json(Pages.page(TOTAL, page, 10))));
    }
  }

  static String basic(String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString(("eu-west-2_Tenant:" + secret).getBytes(UTF_8));
  }

  void rotate() {
    secret.set(NEW);
    accept(NEW);
  }

  static List<String> sent() {
    return requests().stream().map(each -> each.getHeader("Authorization")).toList();
  }
}
