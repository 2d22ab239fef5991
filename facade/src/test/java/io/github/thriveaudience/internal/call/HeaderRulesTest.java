package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Api-Gateway-Key",
        "x",
        "!#$%&'*+-.^_`|~09azAZ",
        "Acceptance",
        "Contents",
        "Iffy",
        "Ranges",
        "Proxying",
        "Cookie",
        "Cache-Control",
        "X-Request-Id",
        "traceparent",
        "Upgrade-Insecure-Requests",
        "Forwarded"
      })
  void leaveOtherNamesFree(String name) {
    assertThat(HeaderRules.requireFree(name)).isEqualTo(name);
    assertThatNoException().isThrownBy(() -> request().header(name, "v"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "AUTHORIZATION",
        "proxy-authorization",
        "Proxy-Connection",
        "Proxy",
        "Host",
        "content-length",
        "Content-Type",
        "Content-Encoding",
        "Accept",
        "ACCEPT-ENCODING",
        "Accept-Language",
        "User-Agent",
        "x-correlation-id",
        "Connection",
        "Keep-Alive",
        "Transfer-Encoding",
        "TE",
        "Trailer",
        "Upgrade",
        "Expect",
        "HTTP2-Settings",
        "Range",
        "If-None-Match",
        "If-Range"
      })
  void ownTheNamesOfTheClientAndOfHttp(String name) {
    assertThat(HeaderRules.isOwned(name)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeaderRules.requireFree(name))
        .withMessage(
            "header must not be " + name + ": the client, or HTTP itself, sets it or relies on it");
  }

  @ParameterizedTest
  @CsvSource({
    "'', none",
    "' ', U+0020 at index 0",
    "'X Key', U+0020 at index 1",
    "X-Key:, U+003A at index 5",
    ":authority, U+003A at index 0",
    "X-Schlüssel, U+00FC at index 6",
  })
  void refuseWhatIsNoName(String name, String offender) {
    assertNoName(name, offender);
  }

  @ParameterizedTest
  @ValueSource(chars = {'\r', '\n', '\u0000', '\t', '\u007f', '(', '"', '/', '\u00e9', '\ud800'})
  void refuseCharactersThatNoNameHas(char character) {
    assertNoName("Hush" + character + "Hush", Texts.format("U+%04X at index 4", (int) character));
  }

  private static void assertNoName(String name, String offender) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeaderRules.requireFree(name))
        .withMessageStartingWith("the name of a header must have ")
        .withMessageEndingWith(", but has " + offender)
        .withMessageNotContaining("Hush");
    assertThat(catchThrowable(() -> HeaderRules.requireName(name)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static Stream<String> sendable() {
    return Stream.of("v", "a b", "a\tb", "{a} %7B", "!\"#~", "0");
  }

  @ParameterizedTest
  @MethodSource
  void sendable(String value) {
    assertThat(HeaderRules.requireValue("X-Key", value)).isEqualTo(value);
    assertThat(request().header("X-Key", value).build().headers().firstValue("X-Key"))
        .contains(value);
  }

  @ParameterizedTest
  @CsvSource({
    "'', is blank",
    "'  ', is blank",
    "' hush', begins or ends with white space; strip() it",
    "'hush ', begins or ends with white space; strip() it",
    "hüsh, 'has characters other than visible ASCII, spaces and tabs'",
    "hush北, 'has characters other than visible ASCII, spaces and tabs'",
  })
  void refuseValuesThatWouldChange(String value, String fault) {
    assertRefused(value, fault);
  }

  @Test
  void refuseEveryControlCharacterButTabs() {
    String fault = "has a line break or another control character; is there one at its end?";
    IntStream.concat(IntStream.range(0, ' '), IntStream.rangeClosed(0x7f, 0x9f))
        .filter(character -> character != '\t')
        .forEach(
            character -> {
              assertRefused("hush" + (char) character + "hush", fault);
              assertRefused("hush" + (char) character, fault);
            });
    assertRefused("hush\r\nX-Forged: 1", fault);
  }

  private static void assertRefused(String value, String fault) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeaderRules.requireValue("X-Key", value))
        .withMessage("the value of the header X-Key " + fault);
  }

  /** The names that {@code HttpRequest.Builder} refuses, on 17 and 25. */
  @Test
  void ownWhatTheJdkRefuses() {
    for (String name : List.of("connection", "content-length", "expect", "host", "upgrade")) {
      assertThat(catchThrowable(() -> request().header(name, "v")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(HeaderRules.isOwned(name)).isTrue();
    }
  }

  private static HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create("https://api.example.com/"));
  }
}
