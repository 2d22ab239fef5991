package io.github.thriveaudience.generator;

import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema with all parts of its allOf. */
final class Merged {
  final Map<String, List<Schema<?>>> properties = new LinkedHashMap<>();
  final Map<String, Schema<?>> patterns = new LinkedHashMap<>();
  final Set<String> required = new LinkedHashSet<>();
  final List<Schema<?>> additional = new ArrayList<>();

  /** The alternatives of each oneOf and anyOf. */
  final List<List<Schema<?>>> unions = new ArrayList<>();

  final List<Schema<?>> items = new ArrayList<>();
  boolean isTuple;
  boolean isClosed;
  boolean isUnique;
  boolean allowsNull;

  /** What is allowed at all; null if nothing is said. */
  @Nullable Set<String> types;

  @Nullable List<@Nullable Object> values;
  @Nullable String format;
  @Nullable Discriminator discriminator;

  /** Whether it can be an object. */
  boolean isObject() {
    return types == null || types.equals(Set.of("object"));
  }

  /** Whether it is an object with named fields. */
  boolean hasFields() {
    return !properties.isEmpty() && isObject();
  }

  /** Adds what a part says, but its references and its allOf. */
  void add(Schema<?> part, boolean isOwn) {
    restrict(Schemas.types(part));
    Schemas.map(part.getProperties())
        .forEach(
            (name, schema) ->
                properties.computeIfAbsent(name, none -> new ArrayList<>()).add(schema));
    patterns.putAll(Schemas.map(part.getPatternProperties()));
    if (part.getRequired() != null) {
      required.addAll(part.getRequired());
    }
    addOthers(part.getAdditionalProperties());
    if (isOwn) {
      addUnions(part);
    }
    addItems(part);
    addValues(part);
  }

  /** A schema can be a truth value, which the parser writes in two ways. */
  private void addOthers(@Nullable Object others) {
    if (others instanceof Schema<?> schema && schema.getBooleanSchemaValue() == null) {
      additional.add(schema);
    }
    isClosed |=
        Boolean.FALSE.equals(others)
            || (others instanceof Schema<?> one
                && Boolean.FALSE.equals(one.getBooleanSchemaValue()));
  }

  private void restrict(Set<String> allowed) {
    if (allowed.isEmpty()) {
      return;
    }
    types = types == null ? new LinkedHashSet<>(allowed) : JsonTypes.common(types, allowed);
  }

  /** Alternatives of a schema that is referred to are its own. */
  private void addUnions(Schema<?> part) {
    if (part.getOneOf() != null) {
      unions.add(Schemas.list(part.getOneOf()));
    }
    if (part.getAnyOf() != null) {
      unions.add(Schemas.list(part.getAnyOf()));
    }
    if (part.getDiscriminator() != null) {
      discriminator = part.getDiscriminator();
    }
  }

  private void addItems(Schema<?> part) {
    if (part.getItems() != null) {
      items.add(part.getItems());
    }
    isTuple |= part.getPrefixItems() != null;
    isUnique |= Boolean.TRUE.equals(part.getUniqueItems());
  }

  private void addValues(Schema<?> part) {
    List<@Nullable Object> own = EnumValues.of(part);
    values = own == null ? values : own;
    format = part.getFormat() == null ? format : part.getFormat();
  }
}
