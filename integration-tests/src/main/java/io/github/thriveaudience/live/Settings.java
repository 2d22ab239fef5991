package io.github.thriveaudience.live;

import io.github.thriveaudience.ThriveEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The settings, from environment variables. */
final class Settings {
  private static final List<String> NEEDED =
      List.of("THRIVE_ENVIRONMENT", "THRIVE_TENANT_ID", "THRIVE_TEST_AUDIENCE");
  private static final List<String> BASIC = List.of("THRIVE_API_SECRET");
  private static final List<String> OAUTH2 = List.of("THRIVE_CLIENT_ID", "THRIVE_CLIENT_SECRET");

  private final Map<String, String> variables;

  Settings(Map<String, String> variables) {
    this.variables = variables;
  }

  /** The variables to set before a request can be sent; empty if none. */
  List<String> missing() {
    List<String> missing = new ArrayList<>(unset(NEEDED));
    if (!hasBasic() && !hasOAuth2()) {
      missing.add("THRIVE_API_SECRET (or THRIVE_CLIENT_ID and THRIVE_CLIENT_SECRET)");
    }
    return missing;
  }

  boolean hasBasic() {
    return unset(BASIC).isEmpty();
  }

  boolean hasOAuth2() {
    return unset(OAUTH2).isEmpty();
  }

  private List<String> unset(List<String> names) {
    return names.stream().filter(name -> get(name).isBlank()).toList();
  }

  /**
   * The environment.
   *
   * @throws SettingException if there is none of this name
   */
  ThriveEnvironment environment() {
    String name = get("THRIVE_ENVIRONMENT").strip();
    for (ThriveEnvironment environment : ThriveEnvironment.values()) {
      if (environment.name().equals(name)) {
        return environment;
      }
    }
    throw new SettingException(
        "THRIVE_ENVIRONMENT must be one of " + List.of(ThriveEnvironment.values()));
  }

  /** Values that the report must not show. */
  List<String> values() {
    return List.of(tenantId(), audience(), apiSecret(), clientId(), clientSecret());
  }

  String tenantId() {
    return get("THRIVE_TENANT_ID");
  }

  String audience() {
    return get("THRIVE_TEST_AUDIENCE");
  }

  String apiSecret() {
    return get("THRIVE_API_SECRET");
  }

  String clientId() {
    return get("THRIVE_CLIENT_ID");
  }

  String clientSecret() {
    return get("THRIVE_CLIENT_SECRET");
  }

  private String get(String name) {
    return variables.getOrDefault(name, "");
  }
}
