package io.github.thriveaudience.generator;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows references between schemas, into the inside of a schema as well. */
final class References {
  private final Map<String, Schema<?>> components;

  /** The same target each time, since a schema can contain itself. */
  private final Map<String, Schema<?>> found = new HashMap<>();

  References(Map<String, Schema<?>> components) {
    this.components = components;
  }

  /** The name of the component that a reference names as a whole, or null. */
  @Nullable String component(String reference) {
    String name = reference.startsWith(Schemas.PREFIX) ? decoded(reference).get(2) : null;
    return name != null && decoded(reference).size() == 3 && components.containsKey(name)
        ? name
        : null;
  }

  /**
   * What a reference leads to.
   *
   * @throws SpecException if it leads nowhere
   */
  Schema<?> target(String reference, String place) {
    Schema<?> known = found.get(reference);
    if (known == null) {
      known = search(reference, place);
      found.put(reference, known);
    }
    return known;
  }

  private Schema<?> search(String reference, String place) {
    if (!reference.startsWith(Schemas.PREFIX)) {
      throw broken(reference, place);
    }
    List<String> steps = decoded(reference);
    Schema<?> target = components.get(steps.get(2));
    for (int step = 3; step < steps.size() && target != null; step++) {
      String next = step + 1 < steps.size() ? steps.get(step + 1) : "";
      Schema<?> inner = child(target, steps.get(step), next);
      step += isSingle(steps.get(step)) ? 0 : 1;
      target = inner;
    }
    if (target == null) {
      throw broken(reference, place);
    }
    return target;
  }

  private static boolean isSingle(String keyword) {
    return keyword.equals("items") || keyword.equals("additionalProperties");
  }

  private static SpecException broken(String reference, String place) {
    return new SpecException(
        place,
        "the reference " + reference + " leads to no schema.",
        "Put the schema under components.schemas and refer to it by its name there.");
  }

  private static List<String> decoded(String reference) {
    return List.of(reference.substring(2).split("/", -1)).stream()
        .map(step -> URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8))
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  private static @Nullable Schema<?> child(Schema<?> parent, String keyword, String name) {
    return switch (keyword) {
      case "items" -> parent.getItems();
      case "additionalProperties" ->
          parent.getAdditionalProperties() instanceof Schema<?> values ? values : null;
      case "properties" -> Schemas.map(parent.getProperties()).get(name);
      case "patternProperties" -> Schemas.map(parent.getPatternProperties()).get(name);
      case "allOf" -> item(Schemas.list(parent.getAllOf()), name);
      case "oneOf" -> item(Schemas.list(parent.getOneOf()), name);
      case "anyOf" -> item(Schemas.list(parent.getAnyOf()), name);
      case "prefixItems" -> item(Schemas.list(parent.getPrefixItems()), name);
      case "$defs", "definitions" -> definition(Schemas.extension(parent, keyword), name);
      default -> null;
    };
  }

  private static @Nullable Schema<?> item(List<Schema<?>> items, String index) {
    return index.matches("\\d{1,6}") && Integer.parseInt(index) < items.size()
        ? items.get(Integer.parseInt(index))
        : null;
  }

  /** The parser leaves them as they are. */
  private static @Nullable Schema<?> definition(@Nullable Object definitions, String name) {
    return definitions instanceof Map<?, ?> map && map.get(name) != null
        ? Json31.mapper().convertValue(map.get(name), Schema.class)
        : null;
  }
}
