package io.github.thriveaudience.event;

/** What a call asks the server for. */
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
   * The HTTP method of its requests.
   *
   * @return the method, such as {@code GET}
   */
  public String method() {
    return method;
  }

  /**
   * The path of its requests as a template of the API reference, the same for all audiences and
   * tenants.
   *
   * @return the template, such as {@code /audiences/{audienceId}/members}
   */
  public String pathTemplate() {
    return pathTemplate;
  }
}
