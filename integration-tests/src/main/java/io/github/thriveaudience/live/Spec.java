package io.github.thriveaudience.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The spec, as far as answers go. */
final class Spec {
  private final JsonNode root;

  private Spec(JsonNode root) {
    this.root = root;
  }

  /** The one that this project is built from. */
  static Spec current() {
    try (InputStream yaml = Spec.class.getResourceAsStream("/thrive-audience/openapi.yaml")) {
      return new Spec(YAMLMapper.builder().build().readTree(yaml));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is said of an answer; missing if nothing is. */
  JsonNode answer(Operation operation, int status) {
    return resolved(
        root.path("paths")
            .path(operation.path())
            .path(operation.method())
            .path("responses")
            .path(String.valueOf(status)));
  }

  /** The schema of an answer's body. */
  JsonNode schema(JsonNode answer) {
    return resolved(answer.path("content").path("application/json").path("schema"));
  }

  /** What a reference stands for, through an {@code allOf} of one as well. */
  JsonNode resolved(JsonNode node) {
    if (node.has("$ref")) {
      return resolved(root.at(node.path("$ref").asText().substring(1)));
    }
    return node.path("allOf").size() == 1 ? resolved(node.path("allOf").get(0)) : node;
  }
}
