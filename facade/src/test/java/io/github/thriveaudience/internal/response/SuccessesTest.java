package io.github.thriveaudience.internal.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Feign;
import feign.RequestLine;
import feign.Response;
import feign.codec.DecodeException;
import io.github.thriveaudience.api.Successes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statuses that the spec has are successes, and no others. */
class SuccessesTest {

  /** As the generator would write it. */
  interface Api {
    @RequestLine("GET /some")
    @Successes(
        body = {"200", "207"},
        empty = {"204"})
    List<String> some();

    @RequestLine("GET /any")
    @Successes(
        body = {"2XX"},
        empty = {"205"})
    List<String> any();

    @RequestLine("GET /default")
    @Successes(
        body = {"default"},
        empty = {})
    List<String> byDefault();

    @RequestLine("DELETE /nothing")
    @Successes(
        body = {},
        empty = {"204", "202"})
    void nothing();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 207})
  void aStatusWithABodyIsRead(int status) {
    assertThat(responding(status, "[\"a\"]").some()).containsExactly("a");
  }

  @Test
  void aStatusWithoutABodyIsNull() {
    assertThat(responding(204, "").some()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 206, 299})
  void anotherStatusIsRefused(int status) {
    assertThatThrownBy(() -> responding(status, "[]").some())
        .isInstanceOf(DecodeException.class)
        .hasMessage("status " + status + " where only 200, 204, 207 are successes");
  }

  @ParameterizedTest
  @CsvSource({"200", "201", "299"})
  void aRangeAndTheDefaultAreEverySuccess(int status) {
    assertThat(responding(status, "[]").any()).isEmpty();
    assertThat(responding(status, "[]").byDefault()).isEmpty();
  }

  @Test
  void aStatusGoesBeforeARange() {
    assertThat(responding(205, "").any()).isNull();
  }

  @Test
  void anEmptyBodyWhereThereMustBeOneIsRefused() {
    assertThatThrownBy(() -> responding(200, "").some()).isInstanceOf(DecodeException.class);
  }

  @Test
  void nothingNeedsADocumentedStatus() {
    responding(204, "").nothing();
    responding(202, "ignored").nothing();

    assertThatThrownBy(() -> responding(200, "").nothing())
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("status 200 where only 202, 204 are successes");
  }

  private static Api responding(int status, String body) {
    return Feign.builder()
        .client(
            (request, options) ->
                Response.builder()
                    .request(request)
                    .status(status)
                    .headers(Map.of("Content-Length", List.of("" + body.length())))
                    .body(body, StandardCharsets.UTF_8)
                    .build())
        .decodeVoid()
        .decoder(new StrictJsonDecoder(1 << 10))
        .target(Api.class, "http://127.0.0.1");
  }
}
