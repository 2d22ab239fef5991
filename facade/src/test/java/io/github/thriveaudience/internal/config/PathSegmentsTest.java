package io.github.thriveaudience.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may become one segment of a path, even behind proxies that resolve dots. */
class PathSegmentsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/../b",
        "a/..",
        "../b",
        "/..",
        "../",
        "a\\..\\b",
        "a\\..",
        "..\\b",
        "a/..\\b",
        "a//../b",
        "a/./b",
        "./b",
        "a/.",
        "a\\.\\b",
        "北京/../b"
      })
  void hasNoDotsBetweenSlashes(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathSegments.check("audience", value))
        .withMessageStartingWith("audience must have no \".\" or \"..\" between slashes")
        .withMessageContaining("RFC 3986, sections 5.2.4 and 6.2.2.3")
        .withMessageNotContaining(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void isNotOfDotsAlone(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathSegments.check("tenantId", value))
        .withMessageStartingWith("tenantId must not be \".\" or \"..\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a..b",
        "..a/b",
        "a/b..",
        "a/...",
        ".../b",
        "a/.b",
        "/",
        "\\",
        "%2e%2e",
        "a/ .. /b",
        "..."
      })
  void isAnythingElse(String value) {
    assertThat(PathSegments.check("audience", value)).isEqualTo(value);
  }
}
