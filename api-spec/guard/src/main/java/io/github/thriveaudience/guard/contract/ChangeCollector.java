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
          "xml",
          "links",
          "contentMediaType",
          "jsonSchemaDialect");

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
    add(severity, what, "");
  }

  /**
   * Adds a change.
   *
   * @param consequence what it does to users; empty if nothing
   */
  void add(Severity severity, String what, String consequence) {
    found.add(new Change(severity, where, what, consequence));
  }

  void fromTo(Severity severity, String what, JsonNode before, JsonNode now, String consequence) {
    add(severity, what + " was " + text(before) + ", is " + text(now), consequence);
  }

  /** Compares whether a part is required. */
  void required(boolean before, boolean now, Direction direction) {
    if (before != now) {
      add(
          now ? direction.tightened() : direction.loosened(),
          now ? "became required" : "is no longer required",
          direction.consequence(now ? -1 : 1));
    }
  }

  /** Adds a change for each name that is in one of the lists only. */
  void addedAndRemoved(String kind, Collection<String> before, Collection<String> now) {
    addedAndRemoved(kind, before, now, "", "");
  }

  /**
   * Adds a change for each name that is in one of the lists only.
   *
   * @param ofAdded what an added one does to users
   * @param ofRemoved what a removed one does to users
   */
  void addedAndRemoved(
      String kind,
      Collection<String> before,
      Collection<String> now,
      String ofAdded,
      String ofRemoved) {
    before.stream()
        // A set can compare names without their case.
        .filter(one -> !now.contains(one))
        .forEach(gone -> at(kind + gone).add(Severity.BREAKING, "removed", ofRemoved));
    now.stream()
        .filter(one -> !before.contains(one))
        .forEach(added -> at(kind + added).add(Severity.ADDITIVE, "added", ofAdded));
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
    if (keyword.equals("deprecated")) {
      deprecated(before.asBoolean(), now.asBoolean());
    } else if (keyword.equals("x-loggable")) {
      fromTo(Severity.WORDING, keyword, before, now, Consequence.MASKED);
    } else if (descriptive(keyword)) {
      add(Severity.WORDING, keyword + " reworded");
    } else if (before.isContainerNode() || now.isContainerNode()) {
      // With both values, so that two such changes stay distinct.
      add(Severity.BREAKING, keyword + " was " + whole(before) + ", is " + whole(now));
    } else {
      fromTo(Severity.BREAKING, keyword, before, now, "");
    }
  }

  /** Semantic Versioning counts a deprecation as an addition. */
  void deprecated(boolean before, boolean now) {
    if (before != now) {
      add(
          now ? Severity.ADDITIVE : Severity.WORDING,
          now ? "became deprecated" : "is no longer deprecated",
          now ? Consequence.DEPRECATED : "");
    }
  }

  static boolean descriptive(String keyword) {
    return DESCRIPTIVE.contains(keyword) || keyword.startsWith("x-");
  }

  /** The keywords of all given objects, without duplicates. */
  static Set<String> keys(JsonNode... objects) {
    Set<String> keys = new LinkedHashSet<>();
    for (JsonNode object : objects) {
      object.fieldNames().forEachRemaining(keys::add);
    }
    return keys;
  }

  private static String whole(JsonNode value) {
    return value.isMissingNode() ? "not set" : value.toString();
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
