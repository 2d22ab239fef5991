package io.github.thriveaudience.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the changes of one part of a contract; parts of that part add to the same list. */
final class Changes {
  /** What nobody has to obey. */
  private static final Set<String> WORDS =
      Set.of(
          "summary",
          "description",
          "operationId",
          "tags",
          "externalDocs",
          "deprecated",
          "title",
          "example",
          "examples",
          "info",
          "openapi",
          "bearerFormat",
          "xml");

  private final List<Change> found;
  private final String where;

  private Changes(List<Change> found, String where) {
    this.found = found;
    this.where = where;
  }

  static Changes into(List<Change> found) {
    return new Changes(found, "");
  }

  /** The same list, for a part of this part. */
  Changes at(String part) {
    return new Changes(found, where.isEmpty() ? part : where + ": " + part);
  }

  /** For a field of this part, whose name is put together with those of the fields around it. */
  Changes field(String name) {
    return new Changes(found, where + name);
  }

  void add(Weight weight, String what) {
    found.add(new Change(weight, where, what));
  }

  void fromTo(Weight weight, String what, JsonNode before, JsonNode now) {
    add(weight, what + " was " + inWords(before) + ", is " + inWords(now));
  }

  /** Whether something has to be there. */
  void required(boolean before, boolean now, Direction direction) {
    if (before != now) {
      add(
          now ? direction.tightened() : direction.loosened(),
          now ? "became required" : "is no longer required");
    }
  }

  /** Names what is in one of two lists only. */
  void addedAndRemoved(String kind, Collection<String> before, Collection<String> now) {
    before.stream()
        .filter(one -> !now.contains(one))
        .forEach(gone -> at(kind + gone).add(Weight.BREAKING, "removed"));
    now.stream()
        .filter(one -> !before.contains(one))
        .forEach(added -> at(kind + added).add(Weight.ADDITIVE, "added"));
  }

  /**
   * Names each keyword that differs and is not compared elsewhere. Nothing is known of it, so that
   * it breaks callers unless it is only words.
   *
   * @param elsewhere the keywords that are compared elsewhere
   */
  void others(JsonNode before, JsonNode now, Set<String> elsewhere) {
    for (String keyword : keys(before, now)) {
      if (!elsewhere.contains(keyword) && !before.path(keyword).equals(now.path(keyword))) {
        other(keyword, before.path(keyword), now.path(keyword));
      }
    }
  }

  private void other(String keyword, JsonNode before, JsonNode now) {
    if (WORDS.contains(keyword) || keyword.startsWith("x-")) {
      add(Weight.WORDING, keyword + " reworded");
    } else if (before.isContainerNode() || now.isContainerNode()) {
      // With what it was and is, so that two such changes are not one.
      add(Weight.BREAKING, keyword + " was " + before + ", is " + now);
    } else {
      fromTo(Weight.BREAKING, keyword, before, now);
    }
  }

  /** The keywords of all of these, each once. */
  static Set<String> keys(JsonNode... objects) {
    Set<String> keys = new LinkedHashSet<>();
    for (JsonNode object : objects) {
      object.fieldNames().forEachRemaining(keys::add);
    }
    return keys;
  }

  private static String inWords(JsonNode value) {
    if (value.isMissingNode()) {
      return "not set";
    }
    List<String> items = new ArrayList<>();
    value.forEach(item -> items.add(item.asText()));
    return value.isArray()
        ? items.toString()
        : value.isObject() ? value.toString() : value.asText();
  }
}
