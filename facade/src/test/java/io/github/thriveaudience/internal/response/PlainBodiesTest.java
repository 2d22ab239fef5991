package io.github.thriveaudience.internal.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Feign;
import feign.Headers;
import feign.RequestLine;
import feign.Response;
import feign.codec.DecodeException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text and bytes are read as they are, if the spec has them and the server sends them. */
class PlainBodiesTest {

  /** As the generator would write it. */
  interface Api {
    @RequestLine("GET /csv")
    @Headers("Accept: text/csv")
    String csv();

    @RequestLine("GET /png")
    @Headers("Accept: image/png")
    byte[] png();

    @RequestLine("GET /json")
    @Headers("Accept: application/json")
    String json();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/csv", "Text/CSV; charset=utf-8"})
  void textIsReadAsItIs(String mediaType) {
    assertThat(responding(mediaType, "é,\"b\"\n").csv()).isEqualTo("é,\"b\"\n");
  }

  @Test
  void bytesAreReadAsTheyAre() {
    assertThat(responding("image/png", "png").png()).isEqualTo("png".getBytes(UTF_8));
  }

  @Test
  void theStringOfAnotherOperationIsJson() {
    assertThat(responding("application/json", "\"a\"").json()).isEqualTo("a");
    assertThatThrownBy(() -> responding("application/json", "a").json())
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void thePageOfALoginIsRefused() {
    assertThatThrownBy(() -> responding("text/html", "<html>").csv())
        .isInstanceOf(DecodeException.class)
        .hasMessage(
            "the body is not text/csv; the response is text/html: is a proxy or a login page in"
                + " between?");
  }

  @Test
  void tooLargeABodyIsRefused() {
    assertThatThrownBy(() -> responding("text/csv", "a".repeat(2_000)).csv())
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("1024");
  }

  private static Api responding(String mediaType, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return Feign.builder()
        .client(
            (request, options) ->
                Response.builder()
                    .request(request)
                    .status(200)
                    .headers(
                        Map.of(
                            "Content-Type",
                            List.of(mediaType),
                            "Content-Length",
                            List.of("" + bytes.length)))
                    .body(bytes)
                    .build())
        .decoder(new StrictJsonDecoder(1 << 10))
        .target(Api.class, "http://127.0.0.1");
  }
}
