package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;

/**
 * A contract whose files are read and whose references are absolute.
 *
 * @param files the files, the first one of which is the contract
 */
record OpenApiDocument(ContractFiles files) {

  /**
   * Reads a contract and the files that it refers to.
   *
   * @throws IllegalArgumentException if it is not valid; the message lists the problems
   */
  static OpenApiDocument read(Path file) {
    return new OpenApiDocument(ContractFiles.read(file));
  }

  JsonNode root() {
    return files.root();
  }

  /** Whether schemas are JSON Schema, and references have siblings: as of OpenAPI 3.1. */
  boolean jsonSchema() {
    return !root().path("openapi").asText().startsWith("3.0");
  }

  /** Resolves a reference; returns any other node unchanged. */
  JsonNode resolved(JsonNode node) {
    return referenced(node) ? resolved(files.at(node.get("$ref").asText())) : node;
  }

  static boolean referenced(JsonNode node) {
    return node.path("$ref").isTextual();
  }

  /**
   * The first node that exists, such as the servers of an operation, of its path or of the
   * document.
   */
  static JsonNode first(JsonNode... nodes) {
    for (JsonNode node : nodes) {
      if (!node.isMissingNode()) {
        return node;
      }
    }
    return MissingNode.getInstance();
  }
}
