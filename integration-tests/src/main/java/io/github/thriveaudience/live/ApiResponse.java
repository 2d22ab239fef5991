package io.github.thriveaudience.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Locale;

/**
 * A response of the live API.
 *
 * @param json the body; missing if it is not JSON
 */
record ApiResponse(int status, HttpHeaders headers, JsonNode json) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  static ApiResponse of(HttpResponse<String> response) {
    return new ApiResponse(response.statusCode(), response.headers(), parsed(response.body()));
  }

  private static JsonNode parsed(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException | NumberFormatException e) {
      // The exponent can be out of range. The exception quotes the body, so it is dropped; the
      // finding is that the body is not JSON.
      return MissingNode.getInstance();
    }
  }

  /** The media type, without parameters; empty if there is none. */
  String contentType() {
    String header = headers.firstValue("Content-Type").orElse("");
    return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  boolean succeeded() {
    return status == 200;
  }

  /** A figure of the pagination; -1 if there is none. */
  long figure(String name) {
    JsonNode figure = json.path("pagination").path(name);
    return figure.isNumber() && figure.canConvertToLong() ? figure.asLong() : -1;
  }

  /** The number of members. */
  int members() {
    return json.path("results").size();
  }
}
