package io.github.thriveaudience.generator;

/**
 * Where a schema is in the spec.
 *
 * @param place the path that a person follows
 * @param name what a class is called that is needed here
 */
record Spot(String place, String name) {
  static Spot component(String name) {
    return new Spot("components.schemas." + name, name);
  }

  Spot property(String property) {
    return new Spot(place + ".properties." + property, name + "_" + property);
  }

  Spot items() {
    return new Spot(place + ".items", name + "_inner");
  }

  Spot values() {
    return new Spot(place + ".additionalProperties", name + "_value");
  }

  Spot variant(int index) {
    return new Spot(place + ".oneOf/anyOf[" + index + "]", name + "_variant_" + (index + 1));
  }
}
