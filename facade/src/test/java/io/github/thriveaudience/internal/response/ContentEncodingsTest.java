package io.github.thriveaudience.internal.response;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.MalformedResponseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Supported encodings of a body, and the message for any other. */
class ContentEncodingsTest {
  private static final byte[] PAGE = Decoding.json("1", "1").getBytes(UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "identity", "Identity", "identity, identity", ","})
  void isPlain(String header) {
    assertThat(Decoding.page(encoded(header), PAGE).results()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZip", "x-gzip", "X-GZIP", " gzip ", "identity, gzip"})
  void isGzip(String header) {
    assertThat(Decoding.page(encoded(header), Decoding.gzip(PAGE)).results()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "br                    | br",
        "BR                    | br",
        "deflate               | deflate",
        "zstd                  | zstd",
        "x-unheard-of          | x-unheard-of",
        "gzip, br              | gzip, br",
        "gzip, gzip            | gzip, gzip",
        "br;q=1                | ?",
        "jane.doe@example.com  | ?",
        "aaaaaaaaaaaaaaaaaaaaa | ?",
        "br, br, br, br        | br, br, br, ...",
      })
  void namesAnUnsupportedEncoding(String header, String name) {
    assertThat(catchThrowable(() -> Decoding.page(encoded(header), PAGE)))
        .isExactlyInstanceOf(MalformedResponseException.class)
        .hasMessageEndingWith(
            "describes: the body is encoded as " + name + ", which was not requested.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip, gzip"})
  void keepsTheStatusOfAnError(String header) {
    assertThat(ResponseBodies.tree(Decoding.response(503, encoded(header), PAGE)).isMissingNode())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip|br", "br|gzip", "gzip|gzip"})
  void combinesHeaders(String headers) {
    assertThat(
            catchThrowable(
                () ->
                    Decoding.page(
                        Map.of("Content-Encoding", Arrays.asList(headers.split("\\|"))), PAGE)))
        .hasMessageContaining("encoded as " + headers.replace("|", ", ") + ", which");
  }

  private static Map<String, Collection<String>> encoded(String header) {
    return Map.of("Content-Encoding", List.of(header), "Transfer-Encoding", List.of("chunked"));
  }
}
