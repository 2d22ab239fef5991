package io.github.thriveaudience;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.http.Connection;
import io.github.thriveaudience.internal.token.Authentication;
import io.github.thriveaudience.internal.token.TokenAuthentication;
import io.github.thriveaudience.internal.token.TokenCache;
import io.github.thriveaudience.internal.token.TokenClient;
import io.github.thriveaudience.internal.token.Tokens;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that a builder was given.
 *
 * @param environment the environment, or null
 * @param baseUri what stands in for the environment's API, or null
 * @param tokenUri what stands in for the environment's token endpoint, or null
 */
record ClientEndpoints(
    @Nullable ThriveEnvironment environment, @Nullable URI baseUri, @Nullable URI tokenUri) {

  /**
   * Credentials and tokens of an environment go to its own hosts; an address of a proxy is the
   * user's word, but an address of another environment can only be a mistake.
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
    return destination("baseUri", baseUri, ThriveEnvironment::apiBaseUri);
  }

  /** Where requests of a client go: what it is not given is its environment's, and https. */
  Stream<URI> used() {
    return Stream.of(Optional.of(api().baseUri()), Optional.ofNullable(tokenUri))
        .flatMap(Optional::stream);
  }

  /**
   * What authenticates members calls, once there is a connection; the settings must not contradict
   * each other.
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

  /** Where the tokens of a service come from. */
  Endpoint tokenEndpoint(OAuth2Credentials credentials, TokenService service) {
    URI override = tokenUri;
    require(
        override == null || owner(override).allMatch(owner -> owner.isHost(override, service)),
        "tokenUri must be on the host of the token service " + service);
    return destination(
        "tokenUri", tokenUri, known -> known.tokenUri(service, credentials.tenantId()));
  }

  /** Tokens of a service, once there is a connection; none is requested yet. */
  Function<Connection, TokenCache> tokens(OAuth2Credentials credentials, TokenService service) {
    Endpoint endpoint = tokenEndpoint(credentials, service);
    String scope =
        credentials.scopes(service).stream().map(Scope::value).collect(Collectors.joining(" "));
    return connection -> Tokens.cached(endpoint, (TokenClient) credentials, scope, connection);
  }

  private Endpoint destination(
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
