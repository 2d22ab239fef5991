package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two versions of an operation. */
final class OperationDiff {
  private final OpenApiDocument before;
  private final OpenApiDocument now;
  private final ChangeCollector changes;

  OperationDiff(OpenApiDocument before, OpenApiDocument now, ChangeCollector changes) {
    this.before = before;
    this.now = now;
    this.changes = changes;
  }

  /** Compares the operations of one method in two path items. */
  void compare(JsonNode oldPath, JsonNode currentPath, String method) {
    JsonNode old = oldPath.path(method);
    JsonNode current = currentPath.path(method);
    changes.others(
        old, current, Set.of("parameters", "requestBody", "responses", "security", "servers"));
    changes.addedAndRemoved(
        "server ", servers(before, oldPath, old), servers(now, currentPath, current));
    changes.addedAndRemoved("security ", security(before, old), security(now, current));
    parameters(parameters(before, oldPath, old), parameters(now, currentPath, current));
    request(before.resolved(old.path("requestBody")), now.resolved(current.path("requestBody")));
    responses(old.path("responses"), current.path("responses"));
  }

  private static List<String> servers(OpenApiDocument document, JsonNode path, JsonNode operation) {
    List<String> urls = new ArrayList<>();
    OpenApiDocument.first(
            operation.path("servers"), path.path("servers"), document.root().path("servers"))
        .forEach(server -> urls.add(server.path("url").asText()));
    return urls;
  }

  private static List<String> security(OpenApiDocument document, JsonNode operation) {
    List<String> requirements = new ArrayList<>();
    OpenApiDocument.first(operation.path("security"), document.root().path("security"))
        .forEach(requirement -> requirements.add(requirement.toString().replace("\"", "")));
    return requirements;
  }

  private static Map<String, JsonNode> parameters(
      OpenApiDocument document, JsonNode path, JsonNode operation) {
    Map<String, JsonNode> parameters = new LinkedHashMap<>();
    for (JsonNode list : List.of(path.path("parameters"), operation.path("parameters"))) {
      list.forEach(
          one -> {
            JsonNode parameter = document.resolved(one);
            parameters.put(
                parameter.path("in").asText() + " parameter " + parameter.path("name").asText(),
                parameter);
          });
    }
    return parameters;
  }

  private void parameters(Map<String, JsonNode> old, Map<String, JsonNode> current) {
    old.forEach(
        (name, parameter) -> {
          if (current.containsKey(name)) {
            part(parameter, current.get(name), Direction.REQUEST, changes.at(name));
          } else {
            changes.at(name).add(Severity.BREAKING, "removed");
          }
        });
    current.forEach(
        (name, parameter) -> {
          if (!old.containsKey(name)) {
            added(parameter, changes.at(name));
          }
        });
  }

  private void request(JsonNode old, JsonNode current) {
    ChangeCollector body = changes.at("request body");
    if (old.isMissingNode() && !current.isMissingNode()) {
      added(current, body);
    } else if (current.isMissingNode() && !old.isMissingNode()) {
      body.add(Severity.BREAKING, "removed");
    } else {
      part(old, current, Direction.REQUEST, body);
    }
  }

  private static void added(JsonNode part, ChangeCollector where) {
    boolean required = part.path("required").asBoolean();
    where.add(
        required ? Severity.BREAKING : Severity.ADDITIVE,
        required ? "added, and required" : "added");
  }

  /** A parameter, a body or a header. */
  private void part(JsonNode old, JsonNode current, Direction direction, ChangeCollector where) {
    where.others(old, current, Set.of("required", "schema", "content"));
    where.required(
        old.path("required").asBoolean(), current.path("required").asBoolean(), direction);
    schemas(direction).compare(old.path("schema"), current.path("schema"), where);
    content(old.path("content"), current.path("content"), direction, where);
  }

  private SchemaDiff schemas(Direction direction) {
    return new SchemaDiff(before, now, direction);
  }

  private void content(JsonNode old, JsonNode current, Direction direction, ChangeCollector where) {
    where.addedAndRemoved("", ChangeCollector.keys(old), ChangeCollector.keys(current));
    for (String type : ChangeCollector.keys(old)) {
      if (current.has(type)) {
        where.others(old.get(type), current.get(type), Set.of("schema"));
        schemas(direction)
            .compare(old.get(type).path("schema"), current.get(type).path("schema"), where);
      }
    }
  }

  private void responses(JsonNode old, JsonNode current) {
    changes.addedAndRemoved("response ", ChangeCollector.keys(old), ChangeCollector.keys(current));
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
    where.others(old, current, Set.of("headers", "content"));
    content(old.path("content"), current.path("content"), Direction.RESPONSE, where);
    JsonNode were = old.path("headers");
    JsonNode are = current.path("headers");
    where.addedAndRemoved("header ", ChangeCollector.keys(were), ChangeCollector.keys(are));
    for (String name : ChangeCollector.keys(were)) {
      if (are.has(name)) {
        part(
            before.resolved(were.get(name)),
            now.resolved(are.get(name)),
            Direction.RESPONSE,
            where.at("header " + name));
      }
    }
  }
}
