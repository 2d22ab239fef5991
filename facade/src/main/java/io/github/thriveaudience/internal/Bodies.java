package io.github.thriveaudience.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what an answer consists of. */
final class Bodies {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Bodies() {}

  /** The body, inflated while it is read. */
  static InputStream open(Response response) throws IOException {
    InputStream body = response.body().asInputStream();
    return isGzip(response) ? new GZIPInputStream(body) : body;
  }

  /**
   * What can be read of an error's body. Gateways send bodies that are empty, HTML or broken; then
   * the status alone is what is known.
   */
  static JsonNode tree(Response response) {
    try (InputStream body = open(response)) {
      return JSON.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static boolean isGzip(Response response) {
    String encoding = header(response, "Content-Encoding");
    return "gzip".equalsIgnoreCase(encoding) || "x-gzip".equalsIgnoreCase(encoding);
  }

  static @Nullable String header(Response response, String name) {
    return headers(response, name).stream().findFirst().orElse(null);
  }

  static Collection<String> headers(Response response, String name) {
    return response.headers().getOrDefault(name, List.of());
  }
}
