package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares two versions of an operation. */
final class OperationDiff {
  /** Keywords of a parameter, a body or a header that are compared elsewhere. */
  private static final Set<String> PART =
      Set.of("name", "in", "required", "schema", "content", "$ref");

  private final OpenApiDocument before;
  private final OpenApiDocument now;
  private final RenamedSchemas names;
  private final SecurityDiff security;
  private final ChangeCollector changes;

  OperationDiff(
      OpenApiDocument before,
      OpenApiDocument now,
      RenamedSchemas names,
      SecurityDiff security,
      ChangeCollector changes) {
    this.before = before;
    this.now = now;
    this.names = names;
    this.security = security;
    this.changes = changes;
  }

  /**
   * Compares the operations of one method in two path items.
   *
   * @param current the current path item
   * @param renamed the current names of path parameters that have another name than before
   */
  void compare(JsonNode old, JsonNode current, String method, Map<String, String> renamed) {
    JsonNode was = old.path(method);
    JsonNode is = current.path(method);
    changes.others(
        was,
        is,
        Set.of("parameters", "requestBody", "responses", "security", "servers", "callbacks"));
    changes.addedAndRemoved("server ", Servers.of(before, old, was), Servers.of(now, current, is));
    changes.addedAndRemoved("security ", security.released(was), security.current(is));
    new ParametersDiff(before, now, this::part, changes).compare(old, current, method, renamed);
    callbacks(was.path("callbacks"), is.path("callbacks"));
    request(before.resolved(was.path("requestBody")), now.resolved(is.path("requestBody")));
    responses(was.path("responses"), is.path("responses"));
  }

  /** What the API sends is not part of this client: a new callback is an offer. */
  private void callbacks(JsonNode old, JsonNode current) {
    Set<String> names = ChangeCollector.keys(old);
    changes.addedAndRemoved("callback ", names, ChangeCollector.keys(current));
    names.stream()
        .filter(current::has)
        .filter(
            name ->
                !OtherKeywords.plain(old.get(name), before)
                    .equals(OtherKeywords.plain(current.get(name), now)))
        .forEach(name -> changes.at("callback " + name).add(Severity.BREAKING, "changed"));
  }

  private void request(JsonNode old, JsonNode current) {
    ChangeCollector body = changes.at("request body");
    if (old.isMissingNode() && !current.isMissingNode()) {
      ParametersDiff.added(current, body);
    } else if (current.isMissingNode() && !old.isMissingNode()) {
      body.add(Severity.BREAKING, "removed", Consequence.REQUEST_REMOVED);
    } else {
      part(old, current, Direction.REQUEST, body);
    }
  }

  /** A parameter, a body or a header. */
  private void part(JsonNode old, JsonNode current, Direction direction, ChangeCollector where) {
    where.others(old, current, PART);
    where.required(
        old.path("required").asBoolean(), current.path("required").asBoolean(), direction);
    if ((old.has("schema") && current.has("content"))
        || (old.has("content") && current.has("schema"))) {
      where.add(
          Severity.BREAKING,
          old.has("schema")
              ? "has content in place of a schema"
              : "has a schema in place of content",
          direction.consequence(-1));
      return;
    }
    schemas(direction).compare(old.path("schema"), current.path("schema"), where);
    content(old.path("content"), current.path("content"), direction, where);
  }

  private SchemaDiff schemas(Direction direction) {
    return new SchemaDiff(before, now, direction, names);
  }

  private void content(JsonNode old, JsonNode current, Direction direction, ChangeCollector where) {
    Map<String, JsonNode> were = mediaTypes(old);
    Map<String, JsonNode> are = mediaTypes(current);
    where.addedAndRemoved("", were.keySet(), are.keySet());
    were.forEach(
        (type, was) -> {
          if (are.containsKey(type)) {
            mediaType(was, are.getOrDefault(type, was), direction, where);
          }
        });
  }

  private void mediaType(JsonNode was, JsonNode is, Direction direction, ChangeCollector where) {
    where.others(was, is, Set.of("schema"));
    schemas(direction).compare(schema(before, was), schema(now, is), where);
  }

  /** The schema of a body; a binary one can also have none. */
  private static JsonNode schema(OpenApiDocument document, JsonNode mediaType) {
    JsonNode schema = mediaType.path("schema");
    return Constraints.isBinary(Schema.of(document, schema)) ? MissingNode.getInstance() : schema;
  }

  /** Case and the charset that JSON has anyway do not count. */
  private static Map<String, JsonNode> mediaTypes(JsonNode content) {
    Map<String, JsonNode> types = new LinkedHashMap<>();
    content
        .properties()
        .forEach(
            type ->
                types.put(
                    type.getKey()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("\\s*;\\s*charset=\"?utf-8\"?$", ""),
                    type.getValue()));
    return types;
  }

  private void responses(JsonNode old, JsonNode current) {
    changes.addedAndRemoved(
        "response ",
        ChangeCollector.keys(old),
        ChangeCollector.keys(current),
        Consequence.STATUS_ADDED,
        Consequence.STATUS_REMOVED);
    for (String status : ChangeCollector.keys(old)) {
      if (current.has(status)) {
        response(
            before.resolved(old.get(status)),
            now.resolved(current.get(status)),
            changes.at("response " + status));
      }
    }
  }

  private void response(JsonNode old, JsonNode current, ChangeCollector where) {
    where.others(old, current, Set.of("headers", "content", "$ref"));
    content(old.path("content"), current.path("content"), Direction.RESPONSE, where);
    Map<String, JsonNode> were = headers(before, old);
    Map<String, JsonNode> are = headers(now, current);
    where.addedAndRemoved("header ", were.keySet(), are.keySet());
    were.forEach(
        (name, was) -> {
          JsonNode is = are.get(name);
          if (is != null) {
            part(was, is, Direction.RESPONSE, where.at("header " + name));
          }
        });
  }

  private static Map<String, JsonNode> headers(OpenApiDocument document, JsonNode response) {
    Map<String, JsonNode> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .path("headers")
        .properties()
        .forEach(
            header ->
                headers.put(
                    header.getKey(),
                    ParametersDiff.withoutDefaults(
                        document.resolved(header.getValue()), "header")));
    return headers;
  }
}
