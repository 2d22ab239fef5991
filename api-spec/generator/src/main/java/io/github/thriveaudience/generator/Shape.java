package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class to generate. */
sealed interface Shape {
  /** The name of the schema. */
  String name();

  /** Where the schema is in the spec. */
  String place();

  /** What the spec says about it. */
  @Nullable String description();

  /** Whether the spec advises against it. */
  boolean isDeprecated();

  /**
   * A field of an object.
   *
   * @param name its name in JSON
   * @param schema its plain schema
   * @param isRequired whether each object has it
   */
  record Property(String name, Schema<?> schema, boolean isRequired) {}

  /**
   * An object.
   *
   * @param additional the plain schema of the other fields, or null if they can be anything
   */
  record ObjectShape(
      String name,
      String place,
      @Nullable String description,
      boolean isDeprecated,
      List<Property> properties,
      @Nullable Schema<?> additional)
      implements Shape {}

  /**
   * A scalar with known values.
   *
   * @param scalar its plain schema
   */
  record EnumShape(
      String name,
      String place,
      @Nullable String description,
      boolean isDeprecated,
      Schema<?> scalar,
      List<@Nullable Object> values)
      implements Shape {}

  /**
   * Alternatives that a field tells apart.
   *
   * @param base the fields that all of them have, as an object of no known alternative
   * @param discriminator the field
   * @param variants the schemas by the value of the field
   */
  record UnionShape(
      String name,
      String place,
      @Nullable String description,
      boolean isDeprecated,
      ObjectShape base,
      String discriminator,
      Map<String, String> variants)
      implements Shape {}
}
