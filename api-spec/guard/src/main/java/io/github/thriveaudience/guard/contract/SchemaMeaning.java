package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A text that two schemas share if they allow the same values. Names and wording are not in it. */
final class SchemaMeaning {
  private final List<List<Object>> inProgress = new ArrayList<>();

  private SchemaMeaning() {}

  static String of(Schema schema) {
    return new SchemaMeaning().text(schema);
  }

  private String text(Schema schema) {
    int recursion = inProgress.indexOf(schema.key());
    if (recursion >= 0) {
      return "(recursion " + (inProgress.size() - recursion) + ")";
    }
    inProgress.add(schema.key());
    String text = contents(schema).toString();
    inProgress.remove(inProgress.size() - 1);
    return text;
  }

  private Map<String, Object> contents(Schema schema) {
    Map<String, Object> contents = new TreeMap<>();
    contents.put("nullable", schema.nullable());
    if (schema.isUnion()) {
      // Only a discriminator or values of two variants tell oneOf from anyOf.
      contents.put("variants", new TreeSet<>(schema.variants().stream().map(this::text).toList()));
    } else {
      contents.put("type", schema.types());
    }
    if (!schema.hasTypeList()) {
      contents.put("constraints", sorted(Constraints.of(schema)));
      contents.put("required", new TreeSet<>(schema.required()));
      schema.fields().forEach(field -> contents.put("field " + field, text(schema.field(field))));
      if (schema.items().exists()) {
        contents.put("items", text(schema.items()));
      }
      contents.put("additional", additional(schema));
      contents.put("others", sorted(OtherKeywords.constraining(schema)));
    }
    return contents;
  }

  private Object additional(Schema schema) {
    int openness = AdditionalFieldsDiff.openness(schema);
    return openness == 1 ? text(schema.additionalSchema()) : openness;
  }

  private static String sorted(ObjectNode object) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    object.properties().forEach(field -> sorted.put(field.getKey(), inOneOrder(field.getValue())));
    return sorted.toString();
  }

  /** The order of an enum does not count. */
  private static Object inOneOrder(JsonNode value) {
    TreeSet<String> values = new TreeSet<>();
    value.forEach(item -> values.add(item.toString()));
    return value.isArray() ? values : value;
  }

  static boolean same(Schema one, Schema other) {
    return of(one).equals(of(other));
  }
}
