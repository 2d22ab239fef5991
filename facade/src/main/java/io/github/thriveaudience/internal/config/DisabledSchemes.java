package io.github.thriveaudience.internal.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;

/**
 * The authentication schemes that the JDK's HTTP client does not use for a proxy's tunnel. It
 * leaves out a proxy's password without an error if they contain {@code Basic}. The JDK's file
 * {@code net.properties} sets them to that; a system property of the same name takes precedence.
 */
public final class DisabledSchemes {
  private static final String PROPERTY = "jdk.http.auth.tunneling.disabledSchemes";

  private final Properties system;
  private final Path file;

  public DisabledSchemes(Properties system) {
    this(system, Path.of(system.getProperty("java.home"), "conf", "net.properties"));
  }

  DisabledSchemes(Properties system, Path file) {
    this.system = system;
    this.file = file;
  }

  /**
   * Checks that the JDK sends a password.
   *
   * @throws IllegalStateException if it does not; the message names the property
   */
  void requireBasicForTunnels() {
    if (Arrays.stream(effective().split(","))
        .map(String::trim)
        .anyMatch("Basic"::equalsIgnoreCase)) {
      throw new IllegalStateException(
          "proxy with a password needs the system property "
              + PROPERTY
              + " without Basic in it, or the JDK sends no password: start Java with -D"
              + PROPERTY
              + "=");
    }
  }

  private String effective() {
    String schemes = system.getProperty(PROPERTY);
    return schemes == null ? defaults().getProperty(PROPERTY, "") : schemes;
  }

  /** Empty if the file cannot be read, as in the JDK. */
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
