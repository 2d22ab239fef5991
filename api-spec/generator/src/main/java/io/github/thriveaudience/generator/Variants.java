package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.Discriminator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads which value of a discriminator means which schema. */
final class Variants {
  private final ClassKinds kinds;
  private final References references;

  Variants(ClassKinds kinds, References references) {
    this.kinds = kinds;
    this.references = references;
  }

  /**
   * The names of the schemas by value.
   *
   * @throws SpecException if a value leads nowhere
   */
  Map<String, String> of(Merged merged, Spot at) {
    Discriminator discriminator = Objects.requireNonNull(merged.discriminator);
    if (discriminator.getPropertyName() == null) {
      throw new SpecException(
          at.place() + ".discriminator", "it names no property.", "Add its propertyName.");
    }
    Map<String, String> variants = new LinkedHashMap<>();
    if (discriminator.getMapping() != null) {
      discriminator.getMapping().forEach((value, to) -> variants.put(value, mapped(value, to, at)));
    }
    alternatives(merged, at).forEach(name -> variants.putIfAbsent(name, name));
    // What is a union itself stays as it comes.
    variants.values().removeIf(name -> kinds.of(name) != ClassKind.RECORD);
    return variants;
  }

  private List<String> alternatives(Merged merged, Spot at) {
    if (merged.unions.isEmpty()) {
      return kinds.heirs(at.name());
    }
    List<String> names = new ArrayList<>();
    ClassKinds.variants(merged.unions)
        .forEach(one -> names.add(Objects.requireNonNull(kinds.target(one))));
    return names;
  }

  /** A name of a schema, or a reference to one (OpenAPI, Discriminator Object). */
  private String mapped(String value, String to, Spot at) {
    String name = to.startsWith("#") ? references.component(to) : component(to);
    if (name == null || !isObject(name)) {
      throw new SpecException(
          at.place() + ".discriminator.mapping." + value,
          to + " is no schema of an object.",
          "Write the name of an object under components.schemas.");
    }
    return name;
  }

  private boolean isObject(String name) {
    return kinds.of(name) == ClassKind.RECORD || kinds.of(name) == ClassKind.UNION;
  }

  private @Nullable String component(String to) {
    String whole = references.component(Schemas.PREFIX + to);
    // A file, which the parser has put under its name, or a schema in a file.
    String last = to.substring(to.lastIndexOf('/') + 1).replaceFirst("\\.(ya?ml|json)$", "");
    return whole != null ? whole : references.component(Schemas.PREFIX + last);
  }
}
