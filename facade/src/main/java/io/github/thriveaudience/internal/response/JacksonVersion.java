package io.github.thriveaudience.internal.response;

import com.fasterxml.jackson.core.Version;
import io.github.thriveaudience.internal.call.Texts;

/** The version of Jackson on the class path. An older one lacks methods that this client calls. */
public final class JacksonVersion {
  private static final int MAJOR = 2;
  private static final int MINOR = 18;

  private JacksonVersion() {}

  /**
   * Checks the jars on the class path. It calls nothing that old ones lack.
   *
   * @throws IllegalStateException if one is too old; the message names it
   */
  public static void check() {
    check("jackson-core", com.fasterxml.jackson.core.json.PackageVersion.VERSION);
    check("jackson-databind", com.fasterxml.jackson.databind.cfg.PackageVersion.VERSION);
  }

  /**
   * Checks one jar.
   *
   * @param jar its name
   * @param found its version; an unknown one passes
   */
  public static void check(String jar, Version found) {
    boolean older =
        found.getMajorVersion() < MAJOR
            || (found.getMajorVersion() == MAJOR && found.getMinorVersion() < MINOR);
    if (older && !found.equals(Version.unknownVersion())) {
      throw new IllegalStateException(
          Texts.format(
              "this client needs Jackson %d.%d or newer, but %s %s is on the class path: raise"
                  + " jackson-core and jackson-databind",
              MAJOR, MINOR, jar, found));
    }
  }
}
