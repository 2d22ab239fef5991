package io.github.thriveaudience.wire;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.internal.api.MembersGateway;
import io.github.thriveaudience.internal.api.PageSize;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Limits;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.Authentication;
import io.github.thriveaudience.internal.token.SuppliedCredentials;
import io.github.thriveaudience.internal.token.TokenCache;
import io.github.thriveaudience.internal.token.TokenClient;
import io.github.thriveaudience.internal.token.TokenParameters;
import io.github.thriveaudience.model.AudienceMembers;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;

/** Creates internal parts of the client on a {@link TestTime}. */
final class GatewayFixtures {
  private GatewayFixtures() {}

  static Connection connection(TestTime time, int maxAttempts, ClientListener... listeners) {
    return connection(time, Duration.ofSeconds(30), maxAttempts, listeners);
  }

  static Connection connection(
      TestTime time, Duration requestTimeout, int maxAttempts, ClientListener... listeners) {
    return connection(HttpClient.newHttpClient(), time, requestTimeout, maxAttempts, listeners);
  }

  /** A connection that owns the HTTP client. */
  static Connection connection(HttpClient http, TestTime time, int maxAttempts) {
    return connection(http, time, Duration.ofSeconds(30), maxAttempts);
  }

  static Connection connection(
      HttpClient http,
      TestTime time,
      Duration requestTimeout,
      int maxAttempts,
      ClientListener... listeners) {
    return new Connection(
        http,
        true,
        new Limits(requestTimeout, Duration.ofMinutes(2), maxAttempts, 1 << 24),
        time,
        List.of(listeners),
        null,
        new Lifetime("this client is closed"));
  }

  static MembersGateway basic(URI baseUri, Connection connection) {
    return new MembersGateway(
        new Endpoint("TEST", baseUri),
        (Authentication) Credentials.basic("eu-west-2_Tenant", WireTest.SECRET),
        connection);
  }

  /** Requests one page, and returns it as decoded. */
  static AudienceMembers list(MembersGateway gateway, int page, int perPage) {
    return gateway.list(
        "tech-team",
        page,
        PageSize.perPage(perPage),
        CallOwner.ofSingleCall(),
        (response, malformed) -> response);
  }

  static TokenCache tokens(URI tokenUri, Credentials credentials, Connection connection) {
    Endpoint endpoint = new Endpoint("TEST", tokenUri);
    TokenParameters parameters =
        new TokenParameters(endpoint, (TokenClient) credentials, "api/read");
    return TokenCache.of(endpoint, SuppliedCredentials.fixed(parameters, connection), connection);
  }
}
