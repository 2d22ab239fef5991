package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeprecationNoticeTest {
  private static final Instant NOW = Instant.parse("2026-10-21T07:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "@1688169599, is deprecated since 2023-06-30T23:59:59Z",
    "' @1688169599 ', is deprecated since 2023-06-30T23:59:59Z",
    "@1688169599;version=1, is deprecated since 2023-06-30T23:59:59Z",
    "@1792566000, is deprecated since 2026-10-21T07:00:00Z",
    "@1792566001, will be deprecated on 2026-10-21T07:00:01Z",
    "@-1, is deprecated since 1969-12-31T23:59:59Z",
    "'Sun, 11 Nov 2018 23:59:59 GMT', is deprecated since 2018-11-11T23:59:59Z",
    "true, is deprecated",
    "?1, is deprecated",
    "True, is deprecated",
  })
  void saysSinceWhenAnEndpointIsDeprecated(String value, String words) {
    assertThat(words(headers("Deprecation", value))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "'Thu, 31 Dec 2026 23:59:59 GMT', may stop responding on 2026-12-31T23:59:59Z",
    "'Thursday, 31-Dec-26 23:59:59 GMT', may stop responding on 2026-12-31T23:59:59Z",
    "'Thu Dec 31 23:59:59 2026', may stop responding on 2026-12-31T23:59:59Z",
    "'Sun, 11 Nov 2018 23:59:59 GMT', was to stop responding on 2018-11-11T23:59:59Z",
  })
  void saysUntilWhenAnEndpointResponds(String value, String words) {
    assertThat(words(headers("sunset", value))).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "@", "@1.5", "@9999999999999999", "@1\u001b[31m", "1688169599"})
  void saysThatADateCannotBeRead(String value) {
    assertThat(words(headers("Deprecation", value)))
        .isEqualTo("is deprecated (the date in its header Deprecation cannot be read)");
    assertThat(words(headers("Sunset", value)))
        .isEqualTo("may stop responding (the date in its header Sunset cannot be read)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?0", "false", " FALSE"})
  void saysNothingOfWhatIsNotDeprecated(String value) {
    assertThat(DeprecationNotice.isIn(headers("Deprecation", value))).isFalse();
    assertThat(words(headers("Deprecation", value, "Sunset", "Thu, 31 Dec 2026 23:59:59 GMT")))
        .isEqualTo("may stop responding on 2026-12-31T23:59:59Z");
  }

  @Test
  void saysBoth() {
    HttpHeaders both =
        headers("Deprecation", "@1688169599", "Sunset", "Thu, 31 Dec 2026 23:59:59 GMT");

    assertThat(words(both))
        .isEqualTo(
            "is deprecated since 2023-06-30T23:59:59Z and may stop responding on"
                + " 2026-12-31T23:59:59Z");
  }

  @Test
  void isInOneOfTheHeaders() {
    assertThat(DeprecationNotice.isIn(headers("DEPRECATION", ""))).isTrue();
    assertThat(DeprecationNotice.isIn(headers("Sunset", "x"))).isTrue();
    assertThat(DeprecationNotice.isIn(headers("Link", "<https://a>; rel=deprecation"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u00a7',
      value = {
        "<https://a.example/b?c=d#e>; rel=\"deprecation\" | : see https://a.example/b?c=d#e",
        "<https://a.example>;rel=sunset;type=\"text/html\" | : see https://a.example",
        "<https://a.example>; type=\"a;b,c\"; REL=\"help Sunset\" | : see https://a.example",
        "</next>; rel=next, <https://a.example>; rel=deprecation | : see https://a.example",
        "<https://a.example>; rel=deprecation, <http://b.example>; rel=sunset | : see https://a.example and http://b.example",
        "<https://a.example>; rel=deprecation, <https://a.example>; rel=sunset | : see https://a.example",
        "<https://a.example>; rel=next | §§",
        "<https://a.example>; title=\"rel=deprecation\" | §§",
        "<https://a.example> | §§",
        "</deprecated>; rel=deprecation | §§",
        "<mailto:jane.doe@example.com>; rel=deprecation | §§",
        "<https://jane@a.example>; rel=deprecation | §§",
        "<https://a.example/jane%40doe>; rel=deprecation | §§",
        "<https://a.example/b c>; rel=deprecation | §§",
        "<https://a.example/%zz>; rel=deprecation | §§",
        "<https://a.example/R%26D/x>; rel=deprecation | §§",
        "<https://a.example/r%26d>; rel=deprecation | §§",
        "nonsense | §§"
      })
  void linksAreShownIfTheyAreSimple(String link, String words) {
    assertThat(DeprecationLinks.inWords(headers("Link", link), "audience \"R&D\""))
        .isEqualTo(words);
  }

  @Test
  void linksAreSearchedInAllHeadersOfReasonableLength() {
    HttpHeaders several =
        headers("Link", "<https://a.example>; rel=next", "Link", "<https://b.example>; rel=sunset");

    assertThat(DeprecationLinks.inWords(several, "an access token"))
        .isEqualTo(": see https://b.example");
    assertThat(
            DeprecationLinks.inWords(
                headers("Link", "<https://b.example>; rel=sunset" + ";a=b".repeat(1_000)), "a"))
        .isEmpty();
    assertThat(
            DeprecationLinks.inWords(
                headers("Link", "<https://a.example/" + "n".repeat(50) + ">; rel=sunset"),
                "audience \"" + "n".repeat(50) + "...\""))
        .isEmpty();
  }

  private static String words(HttpHeaders headers) {
    return DeprecationNotice.inWords(headers, NOW);
  }

  private static HttpHeaders headers(String... namesAndValues) {
    Map<String, List<String>> map = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.computeIfAbsent(namesAndValues[i], name -> new ArrayList<>()).add(namesAndValues[i + 1]);
    }
    return HttpHeaders.of(map, (name, value) -> true);
  }
}
