package io.github.thriveaudience.generator.operation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.servers.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Tags become interfaces: each needs a name of its own, and one server. */
final class Tags {
  private final OpenAPI spec;
  private final Refusals refusals;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, List<String>> servers = new HashMap<>();

  Tags(OpenAPI spec, Refusals refusals) {
    this.spec = spec;
    this.refusals = refusals;
  }

  void check() {
    spec.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            tags(operation)
                                .forEach(
                                    tag -> check(Place.of(path, method), tag, item, operation))));
  }

  private static Stream<String> tags(Operation operation) {
    return operation.getTags() == null || operation.getTags().isEmpty()
        ? Stream.of("default")
        : operation.getTags().stream();
  }

  private void check(String place, String tag, PathItem item, Operation operation) {
    // Files of which the names differ in case alone are one file to some systems.
    String name = Names.type(tag).toLowerCase(Locale.ROOT);
    String other = names.putIfAbsent(name, tag);
    if (other != null && !other.equals(tag)) {
      refusals.add(
          place,
          "the tags \"" + tag + "\" and \"" + other + "\" become one name in Java",
          "tags that differ in letters or digits");
    }
    List<String> own = servers(item, operation);
    List<String> others = servers.putIfAbsent(tag, own);
    if (others != null && !others.equals(own)) {
      refusals.add(
          place + "/servers",
          "the tag \"" + tag + "\" has operations of several servers, and an interface has one",
          "a tag of their own for the operations of a server");
    }
  }

  private static List<String> servers(PathItem item, Operation operation) {
    return Stream.of(operation.getServers(), item.getServers())
        .filter(Objects::nonNull)
        .filter(list -> !list.isEmpty())
        .findFirst()
        .map(list -> list.stream().map(Server::getUrl).toList())
        .orElse(List.of());
  }
}
