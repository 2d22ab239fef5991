package io.github.thriveaudience;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.config.Addresses;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.Authentication;
import io.github.thriveaudience.internal.token.TokenAuthentication;
import io.github.thriveaudience.internal.token.TokenCache;
import io.github.thriveaudience.internal.token.TokenClient;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a builder was given, with the rules for their combinations. Every method
 * throws {@link IllegalStateException} if one is broken.
 *
 * @param environment the environment, or null
 * @param baseUri replaces the environment's API, or null
 * @param tokenUri replaces the environment's token endpoint, or null
 */
record ClientEndpoints(
    @Nullable ThriveEnvironment environment, @Nullable URI baseUri, @Nullable URI tokenUri) {

  /**
   * Credentials and tokens of an environment go to its own hosts. A host of no environment is the
   * user's decision; a host of another environment can only be a mistake.
   */
  ClientEndpoints {
    List<ThriveEnvironment> named =
        Stream.of(Stream.ofNullable(environment), owner(baseUri), owner(tokenUri))
            .flatMap(Function.identity())
            .distinct()
            .toList();
    require(named.size() <= 1, "environment, baseUri and tokenUri must not mix " + named);
  }

  /** The environment that an address belongs to, if any. */
  private static Stream<ThriveEnvironment> owner(@Nullable URI uri) {
    return Arrays.stream(ThriveEnvironment.values())
        .filter(candidate -> uri != null && candidate.owns(uri));
  }

  Endpoint api() {
    return endpoint("baseUri", baseUri, ThriveEnvironment::apiBaseUri);
  }

  /** The name by which a kept state knows the API again. */
  String environmentName() {
    return Stream.concat(Stream.ofNullable(environment), owner(baseUri))
        .findFirst()
        .map(Enum::name)
        .orElseGet(() -> Addresses.withoutLoopbackPort(api().baseUri()));
  }

  /**
   * The addresses that a client calls; the environment's token endpoint is left out: it is https.
   */
  Stream<URI> used() {
    return Stream.of(Optional.of(api().baseUri()), Optional.ofNullable(tokenUri))
        .flatMap(Optional::stream);
  }

  /**
   * Returns what makes the authentication of members calls from a connection that is not open yet.
   */
  Function<Connection, Authentication> authentication(Credentials credentials) {
    if (!(credentials instanceof OAuth2Credentials oauth2)) {
      require(tokenUri == null, "tokenUri is for OAuth credentials only");
      return connection -> (Authentication) credentials;
    }
    require(
        tokenUri != null || baseUri == null,
        "with baseUri and OAuth credentials tokenUri must be set too");
    Function<Connection, TokenCache> tokens = tokens(oauth2, TokenService.PUBLIC_API);
    return connection -> new TokenAuthentication(tokens.apply(connection), connection.time());
  }

  /** The endpoint that issues the tokens of a service. */
  Endpoint tokenEndpoint(OAuth2Credentials credentials, TokenService service) {
    URI override = tokenUri;
    require(
        override == null || owner(override).allMatch(owner -> owner.isHost(override, service)),
        "tokenUri must be on the host of the token service " + service);
    return endpoint("tokenUri", tokenUri, known -> known.tokenUri(service, credentials.tenantId()));
  }

  /** Returns what makes the token cache of a service from a connection that is not open yet. */
  Function<Connection, TokenCache> tokens(OAuth2Credentials credentials, TokenService service) {
    Endpoint endpoint = tokenEndpoint(credentials, service);
    String scope =
        credentials.scopes(service).stream().map(Scope::value).collect(Collectors.joining(" "));
    return connection -> TokenCache.of(endpoint, (TokenClient) credentials, scope, connection);
  }

  private Endpoint endpoint(
      String name, @Nullable URI override, Function<ThriveEnvironment, URI> own) {
    if (override != null) {
      String at = environment == null ? "" : environment + " at ";
      return new Endpoint(at + override, override);
    }
    if (environment != null) {
      return new Endpoint(environment.name(), own.apply(environment));
    }
    throw new IllegalStateException("environment or " + name + " must be set");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalStateException(rule);
    }
  }
}
