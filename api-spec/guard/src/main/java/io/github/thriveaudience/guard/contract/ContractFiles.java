package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The trees of a contract's file and of the files that it refers to, with absolute references. */
final class ContractFiles {
  /** Keywords whose values are data, in which {@code $ref} has no meaning. */
  private static final Set<String> DATA = Set.of("example", "value", "default", "enum", "const");

  /** Keywords whose keys are names, so that {@code default} is a response or a property there. */
  private static final Set<String> NAMED =
      Set.of(
          "properties",
          "patternProperties",
          "dependentSchemas",
          "$defs",
          "schemas",
          "responses",
          "parameters",
          "headers",
          "examples");

  private final Path file;
  private final Map<Path, JsonNode> trees = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  private ContractFiles(Path file) {
    this.file = file;
  }

  static ContractFiles read(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    ContractParser.requireValid(absolute);
    ContractFiles files = new ContractFiles(absolute);
    files.add(absolute);
    // Only now, since a file can refer to one that was not read yet.
    files.trees.values().forEach(files::requireTargets);
    return files;
  }

  JsonNode root() {
    return trees.getOrDefault(file, MissingNode.getInstance());
  }

  /** Whether all files have the texts of those of another contract. The first name may differ. */
  boolean sameText(ContractFiles other) {
    return texts.equals(other.texts);
  }

  /** The target of an absolute reference. */
  JsonNode at(String reference) {
    int hash = reference.lastIndexOf('#');
    JsonNode tree = trees.get(Path.of(reference.substring(0, Math.max(0, hash))));
    return tree == null ? MissingNode.getInstance() : tree.at(reference.substring(hash + 1));
  }

  private void add(Path one) {
    if (trees.containsKey(one)) {
      return;
    }
    String text = text(one);
    // With the generator's parser, which reads anchors and plain scalars in its own way.
    JsonNode tree = DeserializationUtils.deserializeIntoTree(text, one.toString());
    trees.put(one, tree);
    texts.put(one.equals(file) ? "" : file.relativize(one).toString(), text);
    references(tree, "", one);
  }

  /** Makes the references of a tree absolute, and reads the files that they lead to. */
  private void references(JsonNode node, String keyword, Path one) {
    if (node instanceof ObjectNode object && OpenApiDocument.referenced(object)) {
      object.put("$ref", absolute(object.get("$ref").asText(), one));
    }
    boolean named = NAMED.contains(keyword);
    node.properties().stream()
        .filter(child -> named || !DATA.contains(child.getKey()))
        .forEach(child -> references(child.getValue(), child.getKey(), one));
    if (node.isArray()) {
      node.forEach(child -> references(child, "", one));
    }
  }

  private String absolute(String reference, Path from) {
    int hash = reference.indexOf('#');
    String place = hash < 0 ? reference : reference.substring(0, hash);
    String pointer = hash < 0 ? "" : decoded(reference.substring(hash + 1));
    if (place.contains(":")) {
      throw invalid(reference + " is not a file beside the contract");
    }
    Path target = place.isEmpty() ? from : from.resolveSibling(decoded(place)).normalize();
    if (!Files.isRegularFile(target) || !(pointer.isEmpty() || pointer.startsWith("/"))) {
      throw invalid("nothing is at " + reference);
    }
    add(target);
    return target + "#" + pointer;
  }

  private void requireTargets(JsonNode tree) {
    for (JsonNode reference : tree.findValues("$ref")) {
      requireTarget(reference, new HashSet<>());
    }
  }

  private void requireTarget(JsonNode reference, Set<String> followed) {
    int hash = reference.asText().lastIndexOf('#');
    if (hash < 0 || !trees.containsKey(Path.of(reference.asText().substring(0, hash)))) {
      return;
    }
    JsonNode target = at(reference.asText());
    if (target.isMissingNode() || !followed.add(reference.asText())) {
      throw invalid("nothing is at " + reference.asText().substring(hash));
    }
    if (OpenApiDocument.referenced(target)) {
      requireTarget(target.get("$ref"), followed);
    }
  }

  private IllegalArgumentException invalid(String problem) {
    return ContractParser.invalid(file, List.of(problem));
  }

  private static String decoded(String text) {
    return text.contains("%")
        ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
        : text;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the contract " + file, e);
    }
  }
}
