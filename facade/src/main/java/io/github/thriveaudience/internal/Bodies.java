package io.github.thriveaudience.internal;

import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads what an answer consists of. */
final class Bodies {
  private Bodies() {}

  /** The body, inflated while it is read. */
  static InputStream open(Response response) throws IOException {
    InputStream body = response.body().asInputStream();
    boolean gzip = "gzip".equalsIgnoreCase(header(response, "Content-Encoding"));
    return gzip ? new GZIPInputStream(body) : body;
  }

  static @Nullable String header(Response response, String name) {
    return headers(response, name).stream().findFirst().orElse(null);
  }

  static Collection<String> headers(Response response, String name) {
    return response.headers().getOrDefault(name, List.of());
  }
}
