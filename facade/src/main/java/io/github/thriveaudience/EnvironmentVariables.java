package io.github.thriveaudience;

import io.github.thriveaudience.auth.Credentials;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Settings from the variables of the process. A message names the variable, never its value. */
final class EnvironmentVariables {
  static final String ENVIRONMENT = "THRIVE_ENVIRONMENT";
  static final String TENANT_ID = "THRIVE_TENANT_ID";
  static final String API_SECRET = "THRIVE_API_SECRET";

  private final Map<String, String> variables;

  EnvironmentVariables(Map<String, String> variables) {
    this.variables = variables;
  }

  AudienceMembersClient.Builder applyTo(AudienceMembersClient.Builder builder) {
    return builder.environment(environment()).credentials(credentials());
  }

  private ThriveEnvironment environment() {
    String name = required(ENVIRONMENT).strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(ThriveEnvironment.values())
        .filter(environment -> environment.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    ENVIRONMENT
                        + " must be one of "
                        + Arrays.toString(ThriveEnvironment.values())));
  }

  private Credentials credentials() {
    String tenantId = required(TENANT_ID);
    String apiSecret = required(API_SECRET);
    try {
      return Credentials.basic(tenantId, apiSecret);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          TENANT_ID + " or " + API_SECRET + " cannot be used: " + e.getMessage(), e);
    }
  }

  private String required(String name) {
    String value = variables.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the environment variable " + name + " is not set");
    }
    return value;
  }
}
