package io.github.thriveaudience.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** Compares responses with the spec: status, headers and body. */
final class ResponseCheck {
  /** Headers of HTTP itself (RFC 9110 to 9112), which no API has to document. */
  private static final Set<String> OF_HTTP =
      Set.of(
          ":status",
          "age",
          "allow",
          "alt-svc",
          "cache-control",
          "connection",
          "content-encoding",
          "content-language",
          "content-length",
          "content-type",
          "date",
          "etag",
          "expires",
          "keep-alive",
          "last-modified",
          "location",
          "pragma",
          "server",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "vary",
          "via",
          "www-authenticate");

  private static final String JSON = "application/json";

  private final Spec spec;
  private final Findings findings;
  private final BodyCheck bodies;

  ResponseCheck(Spec spec, Findings findings) {
    this.spec = spec;
    this.findings = findings;
    this.bodies = new BodyCheck(spec, findings);
  }

  /** Compares one response, and returns it. */
  ApiResponse check(Operation operation, ApiResponse response) {
    String where = operation.name().toLowerCase(Locale.ROOT) + " " + response.status();
    JsonNode described = spec.response(operation, response.status());
    findings.hideValues(response.json());
    checkHeaders(where, described, response);
    if (described.isMissingNode()) {
      findings.violation(where + ": this status is not documented");
      return response;
    }
    if (!response.contentType().equals(JSON)) {
      findings.violation(where + ": the content type is not " + JSON);
    }
    if (response.json().isMissingNode()) {
      findings.violation(where + ": the body is no valid JSON");
    } else {
      bodies.check(where + ": body", spec.schema(described), response.json());
    }
    return response;
  }

  private void checkHeaders(String where, JsonNode described, ApiResponse response) {
    response.headers().map().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> !OF_HTTP.contains(name) && !documented(described, name))
        .sorted()
        .forEach(name -> findings.addition(where + ": header " + findings.shown(name)));
  }

  private static boolean documented(JsonNode described, String name) {
    return described.path("headers").properties().stream()
        .anyMatch(header -> header.getKey().equalsIgnoreCase(name));
  }

  /** Reports what was observed in all responses together. */
  void reportOptionalFields() {
    bodies.reportOptionalFields();
  }
}
