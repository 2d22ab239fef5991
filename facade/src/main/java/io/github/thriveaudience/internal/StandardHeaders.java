package io.github.thriveaudience.internal;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The headers that every request carries, whoever asks. */
final class StandardHeaders implements RequestInterceptor {
  private static final String USER_AGENT =
      "thrive-audience-java/" + version() + " (Java " + Runtime.version().feature() + ")";

  @Override
  public void apply(RequestTemplate request) {
    Headers.set(request, "Accept-Encoding", "gzip");
    Headers.set(request, "User-Agent", USER_AGENT);
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
