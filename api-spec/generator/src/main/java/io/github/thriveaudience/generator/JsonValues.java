package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plain schemas of values that can be of several types. */
final class JsonValues {
  private static final String TYPES = "x-json-types";

  private JsonValues() {}

  /** Any value, null among them. */
  static Schema<?> any() {
    Schema<?> any = new Schema<>();
    any.setNullable(true);
    return any;
  }

  /** A value of some types, or any value if there are none. */
  static Schema<?> of(Set<String> types) {
    if (types.isEmpty() || types.containsAll(JsonTypes.ALL)) {
      return any();
    }
    Schema<?> value = new Schema<>();
    value.setTypes(types);
    value.addExtension(TYPES, List.copyOf(types));
    return value;
  }

  /** The types of a value that can be of several, or null for all of them. */
  @SuppressWarnings("unchecked")
  static @Nullable List<String> types(Schema<?> plain) {
    return (List<String>) Schemas.extension(plain, TYPES);
  }
}
