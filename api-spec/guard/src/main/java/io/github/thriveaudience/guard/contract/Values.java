package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** JSON values as they compare: 1 is 1.0, and the order of an object's fields does not count. */
final class Values {
  private Values() {}

  /** A value with its numbers in one form. */
  static JsonNode of(JsonNode value) {
    if (value.isNumber()) {
      return number(value.decimalValue());
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> array.add(of(item)));
      return array;
    }
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(field -> object.set(field.getKey(), of(field.getValue())));
      return object;
    }
    return value;
  }

  static JsonNode number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return DecimalNode.valueOf(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  static Set<JsonNode> distinct(Iterable<JsonNode> values) {
    Set<JsonNode> distinct = new LinkedHashSet<>();
    values.forEach(value -> distinct.add(of(value)));
    return distinct;
  }

  /** The value, or a list of them in one order if there are several. */
  static JsonNode oneOrAll(Set<JsonNode> values) {
    if (values.size() == 1) {
      return values.iterator().next();
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    values.stream().sorted(Comparator.comparing(JsonNode::toString)).forEach(all::add);
    return all;
  }
}
