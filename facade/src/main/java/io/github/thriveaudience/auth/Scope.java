package io.github.thriveaudience.auth;

/** What an access token allows (API reference, OAuth 2.0 scopes). */
public enum Scope {
  /** {@code api/all}: full read and write access, from the webhooks service with webhooks too. */
  ALL("api/all"),

  /** {@code api/read}: read-only access. */
  READ("api/read"),

  /** {@code api/write}: write access. */
  WRITE("api/write"),

  /** {@code api/webhooks}: access to webhook functionality. */
  WEBHOOKS("api/webhooks");

  private final String value;

  Scope(String value) {
    this.value = value;
  }

  /**
   * The scope as it is sent.
   *
   * @return such as {@code api/read}
   */
  public String value() {
    return value;
  }
}
