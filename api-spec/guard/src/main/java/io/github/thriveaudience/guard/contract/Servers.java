package io.github.thriveaudience.guard.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The servers of an operation. */
final class Servers {
  private Servers() {}

  /** The URLs, with the defaults of their variables. */
  static List<String> of(OpenApiDocument document, JsonNode path, JsonNode operation) {
    List<String> urls = new ArrayList<>();
    OpenApiDocument.first(
            operation.path("servers"), path.path("servers"), document.root().path("servers"))
        .forEach(server -> urls.add(url(server)));
    return urls;
  }

  private static String url(JsonNode server) {
    String url = server.path("url").asText();
    for (var variable : server.path("variables").properties()) {
      url =
          url.replace("{" + variable.getKey() + "}", variable.getValue().path("default").asText());
    }
    return url;
  }
}
