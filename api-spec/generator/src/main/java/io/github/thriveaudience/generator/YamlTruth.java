package io.github.thriveaudience.generator;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Finds names and values that the parser reads as truth values, since it reads YAML 1.1: there,
 * {@code on} and {@code no} without quotes are the same as true and false.
 */
final class YamlTruth {
  private static final String TRUTH = "(?i)yes|no|on|off";

  /** Whose values are texts. */
  private static final Set<String> TEXTS = Set.of("name", "const", "propertyName");

  /** What is not generated from. */
  private static final Set<String> SAMPLES = Set.of("example", "examples", "default");

  private YamlTruth() {}

  /**
   * Reads a spec, if it is a file.
   *
   * @throws SpecException with the place of a name or value that is ambiguous
   */
  static void check(String spec) {
    if (spec.contains(":/") || !Files.isRegularFile(Path.of(spec))) {
      return;
    }
    Path file = Path.of(spec);
    try (Reader yaml = Files.newBufferedReader(file)) {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(Integer.MAX_VALUE);
      visit(new Yaml(options).compose(yaml), "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void visit(Node node, String place) {
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(entry -> visit(entry, place));
    } else if (node instanceof SequenceNode list) {
      for (int index = 0; index < list.getValue().size(); index++) {
        Node item = list.getValue().get(index);
        check(item, place + "[" + index + "]");
        visit(item, place + "[" + index + "]");
      }
    }
  }

  private static void visit(NodeTuple entry, String place) {
    String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    String there = place.isEmpty() ? key : place + "." + key;
    check(entry.getKeyNode(), there);
    if (TEXTS.contains(key)) {
      check(entry.getValueNode(), there);
    }
    if (!SAMPLES.contains(key) && !key.startsWith("x-")) {
      visit(entry.getValueNode(), there);
    }
  }

  private static void check(Node node, String place) {
    if (node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().matches(TRUTH)) {
      throw new SpecException(
          place,
          "the parser reads " + scalar.getValue() + " as a truth value (YAML 1.1).",
          "Write it in quotes.");
    }
  }
}
