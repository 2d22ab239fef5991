package io.github.thriveaudience.auth;

import io.github.thriveaudience.internal.config.Arguments;
import io.github.thriveaudience.internal.config.PathSegments;
import io.github.thriveaudience.internal.token.TokenClient;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one kind of {@link OAuth2Credentials}. No scopes means the default of the service. */
final class ClientCredentials implements OAuth2Credentials, TokenClient {
  private final String tenantId;
  private final String clientId;
  private final String clientSecret;
  private final ClientAuthentication clientAuthentication;
  private final Set<Scope> scopes;

  ClientCredentials(String tenantId, String clientId, String clientSecret) {
    this(
        PathSegments.check("tenantId", Arguments.text("tenantId", tenantId)),
        Arguments.text("clientId", clientId),
        Arguments.text("clientSecret", clientSecret),
        ClientAuthentication.BASIC_HEADER,
        Set.of());
  }

  private ClientCredentials(
      String tenantId,
      String clientId,
      String clientSecret,
      ClientAuthentication clientAuthentication,
      Set<Scope> scopes) {
    this.tenantId = tenantId;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.clientAuthentication = clientAuthentication;
    this.scopes = scopes;
  }

  @Override
  public OAuth2Credentials withScopes(Scope first, Scope... more) {
    Objects.requireNonNull(first, "first");
    Set<Scope> wanted = Collections.unmodifiableSet(EnumSet.of(first, more));
    return new ClientCredentials(tenantId, clientId, clientSecret, clientAuthentication, wanted);
  }

  @Override
  public OAuth2Credentials withClientAuthentication(ClientAuthentication how) {
    Objects.requireNonNull(how, "clientAuthentication");
    return new ClientCredentials(tenantId, clientId, clientSecret, how, scopes);
  }

  @Override
  public String tenantId() {
    return tenantId;
  }

  @Override
  public Set<Scope> scopes(TokenService service) {
    Set<Scope> wanted = scopes.isEmpty() ? Set.of(service.defaultScope()) : scopes;
    for (Scope scope : wanted) {
      if (!service.grants(scope)) {
        throw new IllegalArgumentException(
            "scope " + scope.value() + " is not granted by the token service " + service);
      }
    }
    return wanted;
  }

  @Override
  public String clientId() {
    return clientId;
  }

  @Override
  public String clientSecret() {
    return clientSecret;
  }

  @Override
  public boolean authenticatesInBody() {
    return clientAuthentication == ClientAuthentication.REQUEST_BODY;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClientCredentials same
        && same.tenantId.equals(tenantId)
        && same.clientId.equals(clientId)
        && same.clientSecret.equals(clientSecret)
        && same.clientAuthentication == clientAuthentication
        && same.scopes.equals(scopes);
  }

  /** Of nothing secret. */
  @Override
  public int hashCode() {
    return Objects.hash(tenantId, clientId);
  }

  @Override
  public String toString() {
    return "Credentials.oauth2(" + tenantId + ", " + clientId + ", ***)";
  }
}
