package io.github.thriveaudience.internal.config;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client leaves out a password for a proxy, without a word, if a property names
 * {@code Basic}. The JDK's own file {@code net.properties} does so for tunnels, and counts where
 * the system property is not set.
 */
public final class DisabledSchemes {
  private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";
  private static final String PROXYING = "jdk.http.auth.proxying.disabledSchemes";

  private final Properties system;
  private final Path file;

  public DisabledSchemes(Properties system) {
    this(system, Path.of(system.getProperty("java.home"), "conf", "net.properties"));
  }

  DisabledSchemes(Properties system, Path file) {
    this.system = system;
    this.file = file;
  }

  /** The property that keeps a password from the proxy on the way to an address, or null. */
  @Nullable String forbidding(URI uri) {
    String property = "https".equals(uri.getScheme()) ? TUNNELING : PROXYING;
    String schemes = system.getProperty(property);
    String effective = schemes == null ? defaults().getProperty(property, "") : schemes;
    boolean forbidden =
        Arrays.stream(effective.split(",")).map(String::trim).anyMatch("Basic"::equalsIgnoreCase);
    return forbidden ? property : null;
  }

  /** None where there is no such file, as in the JDK. */
  private Properties defaults() {
    Properties defaults = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      defaults.load(in);
    } catch (IOException | IllegalArgumentException e) {
      defaults.clear();
    }
    return defaults;
  }
}
