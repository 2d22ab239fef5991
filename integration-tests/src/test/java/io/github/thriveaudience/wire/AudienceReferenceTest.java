package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.thriveaudience.auth.Credentials;
import java.io.ByteArrayOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any reference is received unchanged, as one segment of the path. */
class AudienceReferenceTest extends WireTest {

  static Stream<String> references() {
    return Stream.of(
        "63f57d805d8ecbf46f5b5278",
        "hr/uk",
        "..a/b",
        "a/...",
        "/",
        "\\",
        "a b+c%2F?x=1#y",
        "R&D / 北京 50%",
        "🎓",
        "👩‍👩‍👧‍👦 é e\u0301",
        // Already encoded in whole, in part or incorrectly
        "a%2Fb",
        "%2e%2e",
        "%2E%2E%2Fusers",
        "%",
        "%%",
        "100%zz",
        "caf%C3%A9",
        // Special in a URI template, a query, a matrix parameter or a header
        "{audienceId}",
        "{page}",
        "}{",
        "a;b=c",
        "a,b",
        "*",
        "~._-",
        "'\"<>|^`[]@:!$()",
        " leading and trailing ",
        "...",
        "line\nbreak",
        "tab\ttab",
        "x".repeat(1000),
        "ü/ ".repeat(333) + "!");
  }

  @ParameterizedTest
  @MethodSource("references")
  void isReceivedUnchangedInOneSegment(String reference) {
    respond(json(Pages.page(1, 1, 1000)));

    client().members(reference).page(1);

    assertThat(requests()).hasSize(1);
    String[] pathAndQuery = requests().get(0).getUrl().split("\\?");
    assertThat(pathAndQuery).hasSize(2);
    assertThat(pathAndQuery[1]).isEqualTo("page=1&perPage=1000");
    String[] segments = pathAndQuery[0].split("/", -1);
    assertThat(segments).hasSize(6).startsWith("", "rest", "v1", "audiences").endsWith("members");
    assertThat(percentDecoded(segments[4])).isEqualTo(reference);
    assertThat(segments[4].replaceAll("%[0-9A-F]{2}", "")).matches("[A-Za-z0-9._~-]*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../users", "a/../b", "a/..", "a\\..\\b", "a/./b"})
  void isRejectedIfAProxyWouldResolveIt(String reference) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().members(reference))
        .withMessageContaining("RFC 3986, sections 5.2.4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.oauth2(reference, "client", SECRET));
    assertThat(requests()).isEmpty();
  }

  /** By RFC 3986, section 2.1 only: a plus stays a plus. */
  private static String percentDecoded(String segment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < segment.length(); i++) {
      if (segment.charAt(i) == '%') {
        bytes.write(Integer.parseInt(segment.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(segment.charAt(i));
      }
    }
    return bytes.toString(UTF_8);
  }
}
