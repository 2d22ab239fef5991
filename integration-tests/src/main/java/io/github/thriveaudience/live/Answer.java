package io.github.thriveaudience.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * What came back.
 *
 * @param json the body; missing if it is not JSON
 */
record Answer(int status, HttpHeaders headers, JsonNode json) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), parsed(response.body()));
  }

  private static JsonNode parsed(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      // Not passed on, since it quotes the body; that it is no JSON is found and reported.
      return MissingNode.getInstance();
    }
  }

  boolean succeeded() {
    return status == 200;
  }

  /** A figure of the pagination; -1 if there is none. */
  long figure(String name) {
    return json.path("pagination").path(name).asLong(-1);
  }

  /** How many members there are. */
  int members() {
    return json.path("results").size();
  }
}
