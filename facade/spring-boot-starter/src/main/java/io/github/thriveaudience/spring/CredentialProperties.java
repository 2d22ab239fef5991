package io.github.thriveaudience.spring;

import static io.github.thriveaudience.spring.CredentialRules.API_SECRET;
import static io.github.thriveaudience.spring.CredentialRules.CLIENT_ID;
import static io.github.thriveaudience.spring.CredentialRules.CLIENT_SECRET;
import static io.github.thriveaudience.spring.CredentialRules.TENANT_ID;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.ClientAuthentication;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.auth.OAuth2Credentials;
import io.github.thriveaudience.auth.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The credentials: values, files or a bean. A blank property counts as not set. */
final class CredentialProperties {
  private static final String FILE = "-file";
  private static final String SUPPLIER = "credentials-supplier";

  private final ThriveProperties properties;
  private final NamedBeans beans;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Path> files = new LinkedHashMap<>();
  private final CredentialRules ofValues = new CredentialRules(values.keySet(), "");
  private final CredentialRules ofFiles = new CredentialRules(files.keySet(), FILE);

  CredentialProperties(ThriveProperties properties, NamedBeans beans) {
    this.properties = properties;
    this.beans = beans;
    add(TENANT_ID, properties.tenantId(), properties.tenantIdFile());
    add(API_SECRET, properties.apiSecret(), properties.apiSecretFile());
    add(CLIENT_ID, properties.clientId(), properties.clientIdFile());
    add(CLIENT_SECRET, properties.clientSecret(), properties.clientSecretFile());
  }

  private void add(String property, @Nullable String value, @Nullable Path file) {
    if (StringUtils.hasText(value)) {
      values.put(property, value);
    }
    if (file != null && StringUtils.hasText(file.toString())) {
      files.put(property, file);
    }
  }

  /**
   * Sets what the client authenticates with, if a property says so.
   *
   * @throws ThriveConfigurationException if a property is missing, or contradicts another
   */
  void applyTo(AudienceMembersClient.Builder builder) {
    check();
    if (StringUtils.hasText(properties.credentialsSupplier())) {
      builder.credentials(beans.credentials(SUPPLIER, properties.credentialsSupplier()));
    } else if (ofFiles.isOAuth2()) {
      builder.credentials(oauth2(properties.scopes()));
    } else if (!files.isEmpty()) {
      builder.credentials(Credentials.fromFiles(file(TENANT_ID), file(API_SECRET)));
    } else if (ofValues.isOAuth2()) {
      builder.credentials(oauth2(properties.scopes()).get());
    } else if (!values.isEmpty()) {
      builder.credentials(basic());
    }
  }

  /**
   * Returns what supplies the credentials that tokens are requested with.
   *
   * @param scopes empty for the default of the service
   * @throws ThriveConfigurationException if a property is missing, or contradicts another
   */
  Supplier<OAuth2Credentials> oauth2(Set<Scope> scopes) {
    check();
    ClientAuthentication how =
        Objects.requireNonNullElse(
            properties.clientAuthentication(), ClientAuthentication.BASIC_HEADER);
    if (ofFiles.isOAuth2()) {
      return new ScopedCredentials(
          Credentials.fromFiles(file(TENANT_ID), file(CLIENT_ID), file(CLIENT_SECRET)),
          scopes,
          how);
    }
    OAuth2Credentials fixed = oauth2OfValues();
    return new ScopedCredentials(() -> fixed, scopes, how);
  }

  private OAuth2Credentials oauth2OfValues() {
    try {
      return Credentials.oauth2(value(TENANT_ID), value(CLIENT_ID), value(CLIENT_SECRET));
    } catch (IllegalArgumentException e) {
      throw PropertyNames.translate(TENANT_ID, e);
    }
  }

  private Credentials basic() {
    try {
      return Credentials.basic(value(TENANT_ID), value(API_SECRET));
    } catch (IllegalArgumentException e) {
      throw PropertyNames.translate(TENANT_ID, e);
    }
  }

  private void check() {
    ofValues.check();
    ofFiles.check();
    if (!values.isEmpty() && !files.isEmpty()) {
      String value = values.keySet().iterator().next();
      String file = files.keySet().iterator().next();
      throw new ThriveConfigurationException(value, "must not be set together with " + file + FILE);
    }
    if (StringUtils.hasText(properties.credentialsSupplier())) {
      requireNoneBesideTheSupplier();
    } else if (!ofValues.isOAuth2() && !ofFiles.isOAuth2()) {
      refuseOAuth2Settings("is for OAuth only, with client-id");
    }
    files.forEach(CredentialProperties::requireReadable);
  }

  private void requireNoneBesideTheSupplier() {
    if (!values.isEmpty() || !files.isEmpty()) {
      throw new ThriveConfigurationException(
          SUPPLIER, "must not be set together with credentials in properties or files");
    }
    refuseOAuth2Settings("must not be set together with " + SUPPLIER + ", which decides on it");
  }

  private void refuseOAuth2Settings(String rule) {
    if (!properties.scopes().isEmpty()) {
      throw new ThriveConfigurationException("scopes", rule);
    }
    if (properties.clientAuthentication() != null) {
      throw new ThriveConfigurationException("client-authentication", rule);
    }
  }

  /** Without its value, which somebody may have set to the secret itself. */
  private static void requireReadable(String property, Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ThriveConfigurationException(property + FILE, "must be a file that can be read");
    }
  }

  private String value(String property) {
    return values.getOrDefault(property, "");
  }

  private Path file(String property) {
    return files.getOrDefault(property, Path.of(""));
  }
}
