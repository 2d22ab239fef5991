package io.github.thriveaudience.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The responses of the spec. */
final class Spec {
  private final JsonNode root;

  private Spec(JsonNode root) {
    this.root = root;
  }

  /** The spec of this build. */
  static Spec current() {
    try (InputStream yaml = Spec.class.getResourceAsStream("/thrive-audience/openapi.yaml")) {
      return new Spec(YAMLMapper.builder().build().readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The description of a response; missing if there is none. */
  JsonNode response(Operation operation, int status) {
    return resolved(
        root.path("paths")
            .path(operation.path())
            .path(operation.method())
            .path("responses")
            .path(String.valueOf(status)));
  }

  /** The schema of a response's body. */
  JsonNode schema(JsonNode response) {
    return resolved(response.path("content").path("application/json").path("schema"));
  }

  /** The node, or what its reference or its {@code allOf} of one refers to. */
  JsonNode resolved(JsonNode node) {
    if (node.has("$ref")) {
      return resolved(root.at(node.path("$ref").asText().substring(1)));
    }
    return node.path("allOf").size() == 1 ? resolved(node.path("allOf").get(0)) : node;
  }
}
