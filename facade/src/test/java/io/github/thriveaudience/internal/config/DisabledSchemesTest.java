package io.github.thriveaudience.internal.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisabledSchemesTest {
  private static final String PROPERTY = "jdk.http.auth.tunneling.disabledSchemes";

  @TempDir Path folder;

  private final Properties system = new Properties();

  @Test
  void containBasicInAnUnchangedJdk() {
    system.setProperty("java.home", System.getProperty("java.home"));

    assertRefused(new DisabledSchemes(system));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "basic", "Digest, BASIC", " Basic ,NTLM"})
  void containBasicByTheSystemProperty(String schemes) throws IOException {
    system.setProperty(PROPERTY, schemes);

    assertRefused(withFile(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Digest", "BasicX"})
  void areThoseOfTheSystemPropertyRatherThanOfTheFile(String schemes) throws IOException {
    system.setProperty(PROPERTY, schemes);

    assertAccepted(withFile(PROPERTY + "=Basic"));
  }

  @Test
  void areThoseOfTheFileWithoutTheSystemProperty() throws IOException {
    assertRefused(withFile(PROPERTY + "=basic"));
    assertAccepted(withFile("#" + PROPERTY + "=basic"));
    assertAccepted(new DisabledSchemes(system, folder.resolve("none")));
  }

  private DisabledSchemes withFile(String text) throws IOException {
    Path file = folder.resolve("net.properties");
    Files.writeString(file, text);
    return new DisabledSchemes(system, file);
  }

  private static void assertRefused(DisabledSchemes schemes) {
    assertThatIllegalStateException()
        .isThrownBy(schemes::requireBasicForTunnels)
        .withMessage(
            "proxy with a password needs the system property "
                + PROPERTY
                + " without Basic in it, or the JDK sends no password: start Java with -D"
                + PROPERTY
                + "=");
  }

  private static void assertAccepted(DisabledSchemes schemes) {
    assertThatCode(schemes::requireBasicForTunnels).doesNotThrowAnyException();
  }
}
