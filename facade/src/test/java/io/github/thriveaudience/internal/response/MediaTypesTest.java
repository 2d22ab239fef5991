package io.github.thriveaudience.internal.response;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Request;
import feign.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hint at the type of a response that cannot be read. */
class MediaTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "Application/JSON ; charset=utf-8", "application/hal+json"})
  void hasNoHintAtJson(String type) {
    assertThat(hint(type)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "text/html,                  text/html",
    "'Text/HTML; charset=utf-8', text/html",
    "application/json-seq,       application/json-seq",
  })
  void namesAnotherType(String type, String shown) {
    assertThat(hint(type))
        .isEqualTo("; the response is " + shown + ": is a proxy or a login page in between?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jane.doe", "json", "text/jane doe"})
  void neverQuotesAnInvalidType(String type) {
    assertThat(hint(type)).doesNotContain("jane").contains("of no readable Content-Type");
  }

  @Test
  void namesAMissingType() {
    assertThat(hint(Map.of())).isEqualTo("; the response has no Content-Type");
  }

  private static String hint(String type) {
    return hint(Map.of("Content-Type", List.of(type)));
  }

  private static String hint(Map<String, Collection<String>> headers) {
    Request request =
        Request.create(Request.HttpMethod.GET, "http://127.0.0.1/", Map.of(), null, null, null);
    return MediaTypes.hint(
        Response.builder().request(request).status(200).headers(headers).build());
  }
}
