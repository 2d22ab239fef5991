package io.github.thriveaudience.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;

/** Compares answers with what the spec says of them: status, headers and body. */
final class AnswerCheck {
  /** Of HTTP itself (RFC 9110 to 9112), which no API has to document. */
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

  AnswerCheck(Spec spec, Findings findings) {
    this.spec = spec;
    this.findings = findings;
    this.bodies = new BodyCheck(spec, findings);
  }

  /** Compares one answer, and hands it back. */
  Answer check(Operation operation, Answer answer) {
    String where = operation.name().toLowerCase(Locale.ROOT) + " " + answer.status();
    JsonNode described = spec.answer(operation, answer.status());
    findings.hideValues(answer.json());
    checkHeaders(where, described, answer);
    if (described.isMissingNode()) {
      findings.breaking(where + ": this status is not documented");
      return answer;
    }
    if (!answer.contentType().equals(JSON)) {
      findings.breaking(where + ": the content type is not " + JSON);
    }
    if (answer.json().isMissingNode()) {
      findings.breaking(where + ": the body is no valid JSON");
    } else {
      bodies.check(where + ": body", spec.schema(described), answer.json());
    }
    return answer;
  }

  private void checkHeaders(String where, JsonNode described, Answer answer) {
    answer.headers().map().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> !OF_HTTP.contains(name) && !documented(described, name))
        .sorted()
        .forEach(name -> findings.addition(where + ": header " + findings.shown(name)));
  }

  private static boolean documented(JsonNode described, String name) {
    return described.path("headers").properties().stream()
        .anyMatch(header -> header.getKey().equalsIgnoreCase(name));
  }

  /** Says what was seen of all answers together. */
  void conclude() {
    bodies.reportOptionalFields();
  }
}
