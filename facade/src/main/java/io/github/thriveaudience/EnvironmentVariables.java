package io.github.thriveaudience;

import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.internal.call.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Settings from environment variables. A message names the variable, never its value. */
final class EnvironmentVariables {
  private static final String ENVIRONMENT = "THRIVE_ENVIRONMENT";
  private static final String TENANT_ID = "THRIVE_TENANT_ID";
  private static final String API_SECRET = "THRIVE_API_SECRET";
  private static final String CLIENT_ID = "THRIVE_CLIENT_ID";
  private static final String CLIENT_SECRET = "THRIVE_CLIENT_SECRET";

  private final Map<String, String> variables;

  EnvironmentVariables(Map<String, String> variables) {
    this.variables = variables;
  }

  AudienceMembersClient.Builder applyTo(AudienceMembersClient.Builder builder) {
    return builder.environment(environment()).credentials(credentials());
  }

  private ThriveEnvironment environment() {
    String name = required(ENVIRONMENT).strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(ThriveEnvironment.values())
        .filter(environment -> environment.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    ENVIRONMENT
                        + " must be one of "
                        + Arrays.toString(ThriveEnvironment.values())
                        + ", case-insensitive, with _ or -"));
  }

  private Credentials credentials() {
    String tenantId = required(TENANT_ID);
    boolean oauth2 = isSet(CLIENT_ID) || isSet(CLIENT_SECRET);
    if (oauth2 && isSet(API_SECRET)) {
      throw new IllegalStateException(
          Texts.format(
              "set either %s, or %s and %s, but not both ways of authentication",
              API_SECRET, CLIENT_ID, CLIENT_SECRET));
    }
    if (!oauth2 && !isSet(API_SECRET)) {
      throw new IllegalStateException(
          Texts.format("neither %s nor %s and %s are set", API_SECRET, CLIENT_ID, CLIENT_SECRET));
    }
    return oauth2 ? oauth2(tenantId) : basic(tenantId);
  }

  private Credentials basic(String tenantId) {
    return usable(() -> Credentials.basic(tenantId, required(API_SECRET)), API_SECRET);
  }

  private Credentials oauth2(String tenantId) {
    String clientId = required(CLIENT_ID);
    String clientSecret = required(CLIENT_SECRET);
    return usable(
        () -> Credentials.oauth2(tenantId, clientId, clientSecret),
        CLIENT_ID + " or " + CLIENT_SECRET);
  }

  private static Credentials usable(Supplier<Credentials> credentials, String names) {
    try {
      return credentials.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          TENANT_ID + " or " + names + " cannot be used: " + e.getMessage(), e);
    }
  }

  private String required(String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the environment variable " + name + " is not set");
    }
    return value;
  }

  private boolean isSet(String name) {
    String value = variables.get(name);
    return value != null && !value.isBlank();
  }
}
