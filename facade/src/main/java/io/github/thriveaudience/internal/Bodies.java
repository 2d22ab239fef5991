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
  /** What is enough for the words of an error. */
  static final int LARGEST_ERROR = 65_536;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Bodies() {}

  /**
   * The body, inflated while it is read.
   *
   * @param most the bytes beyond which reading fails with a {@link TooLargeException}
   */
  static InputStream open(Response response, int most) throws IOException {
    InputStream body = response.body().asInputStream();
    return isGzip(response) ? new CappedStream(new GZIPInputStream(body), most) : body;
  }

  /**
   * What can be read of an error's body. Gateways send bodies that are empty, HTML or broken; then
   * the status alone is what is known.
   */
  static JsonNode tree(Response response) {
    try (InputStream body = open(response, LARGEST_ERROR)) {
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
