package io.github.thriveaudience.internal.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.RequestTemplate;
import feign.codec.EncodeException;
import feign.codec.Encoder;
import io.github.thriveaudience.model.AudienceMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bodies are written as their media type says. */
class BodyEncoderTest {

  @Test
  void writesRecordsAndListsAsJson() {
    AudienceMember member = AudienceMember.builder().userId("1").build();

    assertThat(written("application/json", List.of(member))).isEqualTo("[{\"userId\":\"1\"}]");
    assertThat(written("application/json; charset=utf-8", List.of("a", "é")))
        .isEqualTo("[\"a\",\"é\"]");
  }

  @Test
  void writesAStringAsJsonOrAsText() {
    assertThat(written("application/json", "a \"b\"")).isEqualTo("\"a \\\"b\\\"\"");
    assertThat(written("text/plain", "a \"b\"")).isEqualTo("a \"b\"");
  }

  @Test
  void writesJsonWhereNoMediaTypeIsKnown() {
    assertThat(written(null, Map.of("a", 1))).isEqualTo("{\"a\":1}");
  }

  @Test
  void writesBytesAsTheyAre() {
    assertThat(encoded("application/octet-stream", new byte[] {0, -1})).containsExactly(0, -1);
  }

  @Test
  void writesAFormWithItsLists() {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("a b", "c&d=é+");
    form.put("tags", List.of("x", "y z"));

    assertThat(written("application/x-www-form-urlencoded", form))
        .isEqualTo("a+b=c%26d%3D%C3%A9%2B&tags=x&tags=y+z");
  }

  @Test
  void saysNothingOfWhatItCannotWrite() {
    assertThatThrownBy(() -> written("application/json", Map.of("hush", new Object())))
        .isInstanceOf(EncodeException.class)
        .hasMessage("the body cannot be written as JSON")
        .hasNoCause();
  }

  private static String written(String mediaType, Object body) {
    return new String(encoded(mediaType, body), UTF_8);
  }

  private static byte[] encoded(String mediaType, Object body) {
    RequestTemplate request = new RequestTemplate();
    if (mediaType != null) {
      request.header("Content-Type", mediaType);
    }
    Encoder encoder = new BodyEncoder();
    encoder.encode(body, Object.class, request);
    return request.body();
  }
}
