package io.github.thriveaudience.internal.http;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import io.github.thriveaudience.internal.call.CallContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The headers that every request carries, whoever asks. */
final class StandardHeaders implements RequestInterceptor {
  /** Common, though no standard; the API's documentation names no header for it. */
  static final String CORRELATION_ID = "X-Correlation-Id";

  private static final String USER_AGENT =
      "thrive-audience-java/" + version() + " (Java " + Runtime.version().feature() + ")";

  @Override
  public void apply(RequestTemplate request) {
    Headers.set(request, "Accept-Encoding", "gzip");
    Headers.set(request, "User-Agent", USER_AGENT);
    Headers.set(request, CORRELATION_ID, CallContext.current().info().correlationId());
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
