package io.github.thriveaudience.live;

/** An operation of the spec. */
enum Operation {
  MEMBERS("get", "/audiences/{audienceId}/members"),
  TOKENS("post", "/oauth2/token/{tenantId}");

  private final String method;
  private final String path;

  Operation(String method, String path) {
    this.method = method;
    this.path = path;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }
}
