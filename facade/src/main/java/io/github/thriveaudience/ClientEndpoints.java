package io.github.thriveaudience;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import io.github.thriveaudience.auth.TokenService;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.config.Addresses;
import io.github.thriveaudience.internal.token.CheckedCredentials;
import io.github.thriveaudience.internal.token.TokenClient;
import io.github.thriveaudience.internal.token.TokenParameters;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
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
    Set<ThriveEnvironment> named = new LinkedHashSet<>();
    for (ThriveEnvironment each : Arrays.asList(environment, owner(baseUri), owner(tokenUri))) {
      if (each != null) {
        named.add(each);
      }
    }
    require(named.size() <= 1, "environment, baseUri and tokenUri must not mix " + named);
  }

  /** The environment that an address belongs to, if any. */
  private static @Nullable ThriveEnvironment owner(@Nullable URI uri) {
    if (uri != null) {
      for (ThriveEnvironment candidate : ThriveEnvironment.values()) {
        if (candidate.owns(uri)) {
          return candidate;
        }
      }
    }
    return null;
  }

  Endpoint api() {
    return endpoint("baseUri", baseUri, ThriveEnvironment::apiBaseUri);
  }

  /** The name by which a kept state knows the API again. */
  String environmentName() {
    ThriveEnvironment named = environment == null ? owner(baseUri) : environment;
    return named == null ? Addresses.withoutLoopbackPort(api().baseUri()) : named.name();
  }

  /**
   * The addresses that a client calls; the environment's token endpoint is left out: it is https.
   */
  Stream<URI> used() {
    return Stream.of(Optional.of(api().baseUri()), Optional.ofNullable(tokenUri))
        .flatMap(Optional::stream);
  }

  /**
   * Checks credentials for members calls.
   *
   * @throws IllegalArgumentException if their scopes do not suffice
   */
  CheckedCredentials checked(Credentials credentials) {
    if (ReadingScopes.check(credentials) instanceof OAuth2Credentials oauth2) {
      require(
          tokenUri != null || baseUri == null,
          "with baseUri and OAuth credentials tokenUri must be set too");
      return checked(oauth2, TokenService.PUBLIC_API);
    }
    require(tokenUri == null, "tokenUri is for OAuth credentials only");
    return (CheckedCredentials) credentials;
  }

  /**
   * Checks credentials for the tokens of a service.
   *
   * @throws IllegalArgumentException if the service does not grant their scopes
   */
  TokenParameters checked(OAuth2Credentials credentials, TokenService service) {
    requireTokenEndpoint(service);
    Endpoint endpoint =
        endpoint("tokenUri", tokenUri, known -> known.tokenUri(service, credentials.tenantId()));
    String scope =
        credentials.scopes(service).stream().map(Scope::value).collect(Collectors.joining(" "));
    return new TokenParameters(endpoint, (TokenClient) credentials, scope);
  }

  /** Checks that there is an endpoint that issues the tokens of a service. */
  void requireTokenEndpoint(TokenService service) {
    ThriveEnvironment owner = owner(tokenUri);
    require(
        tokenUri == null || owner == null || owner.isHost(tokenUri, service),
        "tokenUri must be on the host of the token service " + service);
    require(environment != null || tokenUri != null, "environment or tokenUri must be set");
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
