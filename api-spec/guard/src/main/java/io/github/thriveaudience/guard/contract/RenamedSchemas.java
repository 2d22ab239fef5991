package io.github.thriveaudience.guard.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares the names of schemas. They are not on the wire, but the generated records have them, and
 * users name these.
 */
final class RenamedSchemas {
  private final Map<String, Schema> before;
  private final Map<String, Schema> now;
  private final Map<String, String> renamed = new TreeMap<>();

  RenamedSchemas(OpenApiDocument before, OpenApiDocument now) {
    this.before = NamedSchemas.of(before);
    this.now = NamedSchemas.of(now);
  }

  /** Compares the names at one place. A name that is gone can be told from a moved reference. */
  void compare(Schema old, Schema current, ChangeCollector changes) {
    String was = old.name();
    String is = current.name();
    if (!String.valueOf(was).equals(String.valueOf(is))
        && (hasType(old) || hasType(current))
        && old.types().equals(current.types())) {
      if (was != null && is != null && isRenamed(was, is)) {
        renamed.putIfAbsent(was, is);
      } else {
        changes.add(Severity.BREAKING, "was " + shown(was) + ", is " + shown(is), Consequence.TYPE);
      }
    }
  }

  private boolean isRenamed(String was, String is) {
    return before.containsKey(was)
        && now.containsKey(is)
        && !now.containsKey(was)
        && !before.containsKey(is);
  }

  private static String shown(@Nullable String name) {
    return name == null ? "a schema without a name" : "the schema " + name;
  }

  /** Adds what changed about the names themselves. */
  void report(ChangeCollector changes) {
    Map<String, Schema> gone = new LinkedHashMap<>(before);
    gone.keySet().removeAll(now.keySet());
    gone.values().removeIf(schema -> !hasType(schema) && !isEnum(schema));
    gone.forEach((name, schema) -> report(name, schema, changes.at("schema " + name)));
  }

  private void report(String name, Schema schema, ChangeCollector changes) {
    String current = renamed.getOrDefault(name, likeness(schema));
    if (current.isEmpty()) {
      changes.add(Severity.BREAKING, "removed", Consequence.RECORD_REMOVED);
    } else {
      changes.add(Severity.BREAKING, "renamed to " + current, Consequence.RENAMED);
    }
  }

  /** The only new schema that is the same, or nothing. */
  private String likeness(Schema schema) {
    List<String> alike =
        now.entrySet().stream()
            .filter(entry -> !before.containsKey(entry.getKey()))
            .filter(entry -> SchemaMeaning.same(schema, entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return alike.size() == 1 ? alike.get(0) : "";
  }

  /** Whether the generator makes a Java type of a schema. */
  private static boolean hasType(Schema schema) {
    return !schema.fields().isEmpty()
        || (schema.isUnion() && !schema.parts("discriminator").isEmpty())
        || (schema.name() != null && isEnum(schema));
  }

  /** An enum without a name is a plain string in Java. */
  private static boolean isEnum(Schema schema) {
    return Constraints.of(schema).has("enum");
  }
}
