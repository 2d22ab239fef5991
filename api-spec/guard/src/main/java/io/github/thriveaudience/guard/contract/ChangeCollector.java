package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the changes of one part of a contract. Collectors of nested parts share the list. */
final class ChangeCollector {
  /** Keywords that constrain nothing. */
  private static final Set<String> DESCRIPTIVE =
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

  private ChangeCollector(List<Change> found, String where) {
    this.found = found;
    this.where = where;
  }

  static ChangeCollector into(List<Change> found) {
    return new ChangeCollector(found, "");
  }

  /** A collector for a part of this part, with the same list. */
  ChangeCollector at(String part) {
    return new ChangeCollector(found, where.isEmpty() ? part : where + ": " + part);
  }

  /** A collector for a field of this part; its name continues the name of this part. */
  ChangeCollector field(String name) {
    return new ChangeCollector(found, where + name);
  }

  void add(Severity severity, String what) {
    found.add(new Change(severity, where, what));
  }

  void fromTo(Severity severity, String what, JsonNode before, JsonNode now) {
    add(severity, what + " was " + text(before) + ", is " + text(now));
  }

  /** Compares whether a part is required. */
  void required(boolean before, boolean now, Direction direction) {
    if (before != now) {
      add(
          now ? direction.tightened() : direction.loosened(),
          now ? "became required" : "is no longer required");
    }
  }

  /** Adds a change for each name that is in one of the lists only. */
  void addedAndRemoved(String kind, Collection<String> before, Collection<String> now) {
    before.stream()
        .filter(one -> !now.contains(one))
        .forEach(gone -> at(kind + gone).add(Severity.BREAKING, "removed"));
    now.stream()
        .filter(one -> !before.contains(one))
        .forEach(added -> at(kind + added).add(Severity.ADDITIVE, "added"));
  }

  /**
   * Adds a change for each keyword that differs and is not compared elsewhere. The consequences are
   * unknown, so that it counts as breaking unless the keyword is descriptive.
   *
   * @param elsewhere the keywords that other methods compare
   */
  void others(JsonNode before, JsonNode now, Set<String> elsewhere) {
    for (String keyword : keys(before, now)) {
      if (!elsewhere.contains(keyword) && !before.path(keyword).equals(now.path(keyword))) {
        other(keyword, before.path(keyword), now.path(keyword));
      }
    }
  }

  private void other(String keyword, JsonNode before, JsonNode now) {
    if (DESCRIPTIVE.contains(keyword) || keyword.startsWith("x-")) {
      add(Severity.WORDING, keyword + " reworded");
    } else if (before.isContainerNode() || now.isContainerNode()) {
      // With both values, so that two such changes stay distinct.
      add(Severity.BREAKING, keyword + " was " + before + ", is " + now);
    } else {
      fromTo(Severity.BREAKING, keyword, before, now);
    }
  }

  /** The keywords of all given objects, without duplicates. */
  static Set<String> keys(JsonNode... objects) {
    Set<String> keys = new LinkedHashSet<>();
    for (JsonNode object : objects) {
      object.fieldNames().forEachRemaining(keys::add);
    }
    return keys;
  }

  private static String text(JsonNode value) {
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
