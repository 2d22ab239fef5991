package io.github.thriveaudience.internal.response;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.util.VersionUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonVersionTest {

  @Test
  void ofThisBuildPasses() {
    assertThatCode(JacksonVersion::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.18.0", "2.18.0-rc1", "2.18.8", "2.19.0-SNAPSHOT", "2.100.1", "3.0.0"})
  void newerOnesPass(String version) {
    assertThatCode(() -> JacksonVersion.check("jackson-core", parsed(version)))
        .doesNotThrowAnyException();
  }

  @Test
  void anUnknownOnePasses() {
    assertThatCode(() -> JacksonVersion.check("jackson-core", Version.unknownVersion()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.17.3", "2.9.10", "2.15.4-rc1", "1.9.13"})
  void olderOnesAreNamed(String version) {
    assertThatIllegalStateException()
        .isThrownBy(() -> JacksonVersion.check("jackson-databind", parsed(version)))
        .withMessage(
            "this client needs Jackson 2.18 or newer, but jackson-databind "
                + version
                + " is on the class path: raise jackson-core and jackson-databind");
  }

  private static Version parsed(String version) {
    return VersionUtil.parseVersion(version, "com.fasterxml.jackson.core", "jackson-core");
  }
}
