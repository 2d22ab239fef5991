package io.github.thriveaudience.internal.response;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.ThriveConnectionException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that ends early, by truncation or by the server. */
class TruncatedBodyTest {
  private static final Map<String, Collection<String>> UNFRAMED = Map.of();
  private static final Map<String, Collection<String>> GZIP =
      Map.of("Content-Encoding", List.of("gzip"));

  private static final String PAGE =
      """
      {"results":[{"userId":"1","email":"jane.doe","x":[true,false,null,-2.5e+10,"\\u00e9 北🎓",{}]}],
       "pagination":{"totalResults":1,"totalPages":1,"page":1,"perPage":100}}""";

  private static final byte[] BYTES = PAGE.getBytes(UTF_8);

  @Test
  void isTruncatedAtAnyByteIfItsLengthIsUnknown() {
    for (int length = 0; length < BYTES.length; length++) {
      assertTruncated("cut at " + length, UNFRAMED, cut(BYTES, length));
    }
    assertThat(Decoding.page(UNFRAMED, BYTES).results()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
  void isTruncatedInOtherEncodings(Charset charset) {
    byte[] whole = PAGE.getBytes(charset);
    for (int length = 4; length < whole.length; length += 2) {
      assertTruncated("cut at " + length, UNFRAMED, cut(whole, length));
    }
    assertThat(Decoding.page(UNFRAMED, PAGE.getBytes(UTF_16BE)).results()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked", "Chunked", "gzip, chunked"})
  void isMalformedIfItsLastChunkWasReceived(String coding) {
    assertMalformed(Map.of("Transfer-Encoding", List.of(coding)), cut(BYTES, 40));
    assertMalformed(Map.of("Transfer-Encoding", List.of(coding)), new byte[0]);
  }

  @Test
  void isMalformedIfItsAnnouncedLengthWasReceived() {
    assertMalformed(length(40), cut(BYTES, 40));
    assertMalformed(length(0), new byte[0]);
  }

  @Test
  void isTruncatedIfLessThanItsAnnouncedLengthWasReceived() {
    assertTruncated("one byte less", length(41), cut(BYTES, 40));
    assertTruncated("no byte", length(41), new byte[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Transfer-Encoding: chunked",
        "Content-Length: 40",
      })
  void isTruncatedIfItsGzipIsTruncated(String framing) {
    byte[] whole = Decoding.gzip(BYTES);
    for (int length = 1; length < whole.length; length++) {
      assertTruncated("cut at " + length, with(framing, GZIP), cut(whole, length));
    }
  }

  @Test
  void isMalformedIfItsGzipIsComplete() {
    assertMalformed(GZIP, Decoding.gzip(cut(BYTES, 40)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "denied",
        "<html>jane.doe",
        "{\"results\":[},",
        "{} x",
        "{} tru",
        "{}",
        "nul",
        "[1]",
        "{\"results\":[],\"results\":[]}",
      })
  void isMalformedIfItIsInvalidOrCompleteJson(String body) {
    assertMalformed(UNFRAMED, body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "{", "{\"results\":[tru"})
  void isTruncatedIfItIsAlmostEmpty(String body) {
    assertTruncated(body, UNFRAMED, body.getBytes(UTF_8));
  }

  @Test
  void keepsTheStatusOfAnError() {
    assertThat(
            ResponseBodies.tree(Decoding.response(503, UNFRAMED, "{\"error".getBytes(UTF_8)))
                .size())
        .isZero();
    byte[] half = cut(Decoding.gzip(BYTES), 30);
    assertThat(ResponseBodies.tree(Decoding.response(503, GZIP, half)).size()).isZero();
  }

  @Test
  void isTruncatedIfItsGzipIsEmpty() {
    assertTruncated("gzip", GZIP, new byte[0]);
  }

  private static void assertTruncated(
      String name, Map<String, Collection<String>> headers, byte[] body) {
    assertThat(catchThrowable(() -> Decoding.page(headers, body)))
        .as(name)
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageStartingWith("The response of TEST for audience \"tech-team\" is truncated: ")
        .hasMessageNotContaining("jane")
        .hasNoCause();
  }

  private static void assertMalformed(Map<String, Collection<String>> headers, byte[] body) {
    assertThat(catchThrowable(() -> Decoding.page(headers, body)))
        .isExactlyInstanceOf(MalformedResponseException.class)
        .hasMessageNotContaining("jane");
  }

  private static byte[] cut(byte[] whole, int length) {
    return Arrays.copyOf(whole, length);
  }

  private static Map<String, Collection<String>> length(int bytes) {
    return Map.of("Content-Length", List.of("" + bytes));
  }

  private static Map<String, Collection<String>> with(
      String framing, Map<String, Collection<String>> headers) {
    if (framing.isEmpty()) {
      return headers;
    }
    String[] header = framing.split(": ", 2);
    Map<String, Collection<String>> all = new HashMap<>(headers);
    all.put(header[0], List.of(header[1]));
    return all;
  }
}
