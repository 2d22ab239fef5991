package io.github.thriveaudience.spring;

import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The credentials, and the rules for their combinations. A blank property counts as not set. */
final class CredentialProperties {
  private static final String API_SECRET = "api-secret";
  private static final String CLIENT_ID = "client-id";
  private static final String CLIENT_SECRET = "client-secret";
  private static final String TENANT_ID = "tenant-id";

  private final ThriveProperties properties;
  private final Map<String, String> values = new LinkedHashMap<>();

  CredentialProperties(ThriveProperties properties) {
    this.properties = properties;
    add(TENANT_ID, properties.tenantId());
    add(API_SECRET, properties.apiSecret());
    add(CLIENT_ID, properties.clientId());
    add(CLIENT_SECRET, properties.clientSecret());
  }

  private void add(String property, @Nullable String value) {
    if (StringUtils.hasText(value)) {
      values.put(property, value);
    }
  }

  /**
   * Returns what the client authenticates with, or empty if no property says so.
   *
   * @throws ThriveConfigurationException if a property is missing, or contradicts another
   */
  Optional<Credentials> credentials() {
    if (isOAuth2()) {
      return Optional.of(withScopes(oauth2(), properties.scopes()));
    }
    refuseOAuth2Settings();
    return values.isEmpty() ? Optional.empty() : Optional.of(basic());
  }

  /**
   * Returns the credentials that tokens are requested with, without scopes.
   *
   * @throws ThriveConfigurationException if a property is missing, or contradicts another
   */
  OAuth2Credentials oauth2() {
    if (values.containsKey(API_SECRET)) {
      throw new ThriveConfigurationException(
          API_SECRET, "must not be set together with client-id or client-secret");
    }
    requireAll(List.of(TENANT_ID, CLIENT_ID, CLIENT_SECRET));
    OAuth2Credentials credentials;
    try {
      credentials = Credentials.oauth2(value(TENANT_ID), value(CLIENT_ID), value(CLIENT_SECRET));
    } catch (IllegalArgumentException e) {
      throw PropertyNames.translate(TENANT_ID, e);
    }
    ClientAuthentication authentication = properties.clientAuthentication();
    return authentication == null
        ? credentials
        : credentials.withClientAuthentication(authentication);
  }

  static OAuth2Credentials withScopes(OAuth2Credentials credentials, Set<Scope> scopes) {
    Scope[] all = scopes.toArray(new Scope[0]);
    return all.length == 0 ? credentials : credentials.withScopes(all[0], all);
  }

  private boolean isOAuth2() {
    return values.containsKey(CLIENT_ID) || values.containsKey(CLIENT_SECRET);
  }

  private Credentials basic() {
    if (!values.containsKey(API_SECRET)) {
      throw new ThriveConfigurationException(
          API_SECRET, "must be set, or client-id and client-secret, since tenant-id is");
    }
    requireAll(List.of(TENANT_ID, API_SECRET));
    try {
      return Credentials.basic(value(TENANT_ID), value(API_SECRET));
    } catch (IllegalArgumentException e) {
      throw PropertyNames.translate(TENANT_ID, e);
    }
  }

  private void requireAll(List<String> required) {
    for (String property : required) {
      if (!values.containsKey(property)) {
        throw new ThriveConfigurationException(
            property,
            "must be set, since "
                + String.join(" and ", values.keySet())
                + (values.size() == 1 ? " is" : " are"));
      }
    }
  }

  private void refuseOAuth2Settings() {
    if (!properties.scopes().isEmpty()) {
      throw new ThriveConfigurationException("scopes", "is for OAuth only, with client-id");
    }
    if (properties.clientAuthentication() != null) {
      throw new ThriveConfigurationException(
          "client-authentication", "is for OAuth only, with client-id");
    }
  }

  private String value(String property) {
    return values.getOrDefault(property, "");
  }
}
