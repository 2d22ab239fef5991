package io.github.thriveaudience.internal.http;

import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.HeaderSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.function.BiConsumer;

/** The headers that every request carries. */
final class StandardHeaders implements HeaderSource {
  /** A common name, though no standard; the API documents none. */
  private static final String CORRELATION_ID = "X-Correlation-Id";

  private static final String USER_AGENT =
      "thrive-audience-java/" + version() + " (Java " + Runtime.version().feature() + ")";

  @Override
  public void addTo(BiConsumer<String, String> headers, CallContext call) {
    headers.accept("Accept-Encoding", "gzip");
    headers.accept("User-Agent", USER_AGENT);
    headers.accept(CORRELATION_ID, call.info().correlationId());
  }

  private static String version() {
    try (InputStream in = StandardHeaders.class.getResourceAsStream("client.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
