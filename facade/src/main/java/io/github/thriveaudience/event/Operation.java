package io.github.thriveaudience.event;

/** What a call asks for. */
public enum Operation {
  /** Asks for one page of an audience's members. */
  LIST_MEMBERS("GET", "/audiences/{audienceId}/members"),

  /** Asks for an access token. */
  REQUEST_TOKEN("POST", "/oauth2/token/{tenantId}");

  private final String method;
  private final String pathTemplate;

  Operation(String method, String pathTemplate) {
    this.method = method;
    this.pathTemplate = pathTemplate;
  }

  /**
   * The method of its requests.
   *
   * @return such as {@code GET}
   */
  public String method() {
    return method;
  }

  /**
   * The path of its requests in the API reference, which is the same for all audiences and tenants.
   *
   * @return such as {@code /audiences/{audienceId}/members}
   */
  public String pathTemplate() {
    return pathTemplate;
  }
}
