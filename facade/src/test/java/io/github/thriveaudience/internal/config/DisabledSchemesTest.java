package io.github.thriveaudience.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the JDK would keep a password back. */
class DisabledSchemesTest {
  private static final URI TUNNELED = URI.create("https://api.example.com");
  private static final URI PLAIN = URI.create("http://localhost");
  private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";
  private static final String PROXYING = "jdk.http.auth.proxying.disabledSchemes";

  @TempDir Path folder;

  private final Properties system = new Properties();

  @Test
  void forTunnelsItDoesAsItIsInstalled() {
    Properties untouched = new Properties();
    untouched.setProperty("java.home", System.getProperty("java.home"));

    assertThat(new DisabledSchemes(untouched).forbidding(TUNNELED)).isEqualTo(TUNNELING);
    assertThat(new DisabledSchemes(untouched).forbidding(PLAIN)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "basic", "Digest, BASIC", " Basic ,NTLM"})
  void bySystemProperty(String schemes) throws IOException {
    system.setProperty(TUNNELING, schemes);
    assertThat(schemes("").forbidding(TUNNELED)).isEqualTo(TUNNELING);
    assertThat(schemes("").forbidding(PLAIN)).isNull();

    system.setProperty(PROXYING, schemes);
    assertThat(schemes("").forbidding(PLAIN)).isEqualTo(PROXYING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Digest", "BasicX"})
  void theSystemPropertyCountsBeforeTheFile(String schemes) throws IOException {
    system.setProperty(TUNNELING, schemes);

    assertThat(schemes(TUNNELING + "=Basic").forbidding(TUNNELED)).isNull();
  }

  @Test
  void byTheFile() throws IOException {
    assertThat(schemes(TUNNELING + "=basic").forbidding(TUNNELED)).isEqualTo(TUNNELING);
    assertThat(schemes("#" + TUNNELING + "=basic").forbidding(TUNNELED)).isNull();
    assertThat(new DisabledSchemes(system, folder.resolve("none")).forbidding(TUNNELED)).isNull();
  }

  private DisabledSchemes schemes(String file) throws IOException {
    Path written = folder.resolve("net.properties");
    Files.writeString(written, file);
    return new DisabledSchemes(system, written);
  }
}
