package io.github.thriveaudience.wire;

import static io.github.thriveaudience.internal.AttemptListener.NONE;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.internal.Authentication;
import io.github.thriveaudience.internal.Connection;
import io.github.thriveaudience.internal.Destination;
import io.github.thriveaudience.internal.Limits;
import io.github.thriveaudience.internal.MembersGateway;
import io.github.thriveaudience.internal.PageSize;
import io.github.thriveaudience.internal.TokenCache;
import io.github.thriveaudience.internal.TokenClient;
import io.github.thriveaudience.internal.Tokens;
import io.github.thriveaudience.model.AudienceMembers;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

/** The client below its surface, where the time can be given. */
final class Gateways {
  private Gateways() {}

  static Connection connection(TestTime time, int maxAttempts, ClientListener... listeners) {
    return connection(time, Duration.ofSeconds(30), maxAttempts, listeners);
  }

  static Connection connection(
      TestTime time, Duration requestTimeout, int maxAttempts, ClientListener... listeners) {
    Limits limits = new Limits(requestTimeout, Duration.ofMinutes(2), maxAttempts, 1 << 24);
    return new Connection(HttpClient.newHttpClient(), true, limits, time, List.of(listeners));
  }

  /** Over an HTTP client of its own, which ends with it. */
  static Connection connection(HttpClient http, TestTime time, int maxAttempts) {
    return connection(http, time, Duration.ofSeconds(30), maxAttempts);
  }

  static Connection connection(
      HttpClient http, TestTime time, Duration requestTimeout, int maxAttempts) {
    Limits limits = new Limits(requestTimeout, Duration.ofMinutes(2), maxAttempts, 1 << 24);
    return new Connection(http, true, limits, time, List.of());
  }

  static MembersGateway basic(URI baseUri, Connection connection) {
    return new MembersGateway(
        new Destination("TEST", baseUri),
        (Authentication) Credentials.basic("eu-west-2_Tenant", WireTest.SECRET),
        connection);
  }

  /** One page as it came. */
  static AudienceMembers list(MembersGateway gateway, int page, int perPage) {
    return gateway.list(
        "tech-team", page, PageSize.perPage(perPage), NONE, (answer, malformed) -> answer);
  }

  static TokenCache tokens(URI tokenUri, Credentials credentials, Connection connection) {
    return Tokens.cached(
        new Destination("TEST", tokenUri), (TokenClient) credentials, "api/read", connection);
  }
}
