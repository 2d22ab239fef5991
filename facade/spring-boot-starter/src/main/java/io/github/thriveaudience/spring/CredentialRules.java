package io.github.thriveaudience.spring;

import java.util.List;
import java.util.Set;

/** Which properties of credentials go together, as values or, with another suffix, as files. */
final class CredentialRules {
  static final String API_SECRET = "api-secret";
  static final String CLIENT_ID = "client-id";
  static final String CLIENT_SECRET = "client-secret";
  static final String TENANT_ID = "tenant-id";
  private static final List<String> BASIC = List.of(TENANT_ID, API_SECRET);
  private static final List<String> OAUTH = List.of(TENANT_ID, CLIENT_ID, CLIENT_SECRET);

  private final Set<String> given;
  private final String suffix;

  /**
   * Rules.
   *
   * @param given the properties that are set, without the suffix
   * @param suffix empty for values
   */
  CredentialRules(Set<String> given, String suffix) {
    this.given = given;
    this.suffix = suffix;
  }

  boolean isOAuth2() {
    return given.contains(CLIENT_ID) || given.contains(CLIENT_SECRET);
  }

  /**
   * Checks what is set, if anything is.
   *
   * @throws ThriveConfigurationException if a property is missing, or contradicts another
   */
  void check() {
    if (given.isEmpty()) {
      return;
    }
    String oauth = named(CLIENT_ID) + " %s " + named(CLIENT_SECRET);
    if (isOAuth2() && given.contains(API_SECRET)) {
      throw refusal(API_SECRET, "must not be set together with " + oauth.replace("%s", "or"));
    }
    if (!isOAuth2() && !given.contains(API_SECRET)) {
      throw refusal(
          API_SECRET,
          "must be set, or " + oauth.replace("%s", "and") + ", since " + named(TENANT_ID) + " is");
    }
    (isOAuth2() ? OAUTH : BASIC).forEach(this::require);
  }

  private void require(String property) {
    if (!given.contains(property)) {
      List<String> others = given.stream().map(this::named).toList();
      throw refusal(
          property,
          "must be set, since "
              + String.join(" and ", others)
              + (others.size() == 1 ? " is" : " are"));
    }
  }

  private String named(String property) {
    return property + suffix;
  }

  private ThriveConfigurationException refusal(String property, String rule) {
    return new ThriveConfigurationException(named(property), rule);
  }
}
