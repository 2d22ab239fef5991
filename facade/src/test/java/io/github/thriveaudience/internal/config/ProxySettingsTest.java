package io.github.thriveaudience.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"proxy", "proxy.example.com", "10.0.0.1", "::1", "[::1]", "proxy_1", "büro"})
  void acceptAHost(String host) {
    assertThat(ProxySettings.of(host, 3128).address().getHostString()).isEqualTo(host);
    assertThat(ProxySettings.of(host, 3128).address().isUnresolved()).isTrue();
    assertThat(ProxySettings.of(host, 3128).authorization()).isNull();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "http://proxy",
        "proxy:3128",
        "proxy/",
        "me@proxy",
        "me:hush@proxy",
        " proxy",
        "proxy\n",
        "pro xy",
        "pro\u0001xy",
        "proxy?a",
        "proxy#a",
        "pro\\xy",
        "pro\u00a0xy",
      })
  void refuseAnythingButAHost(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxySettings.of(host, 3128))
        .withMessageStartingWith("proxy host must ")
        .withMessageNotContaining("hush");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 65536})
  void refuseAPortOutOfRange(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxySettings.of("proxy", port))
        .withMessage("proxy port must be 1 to 65535, but was " + port);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "a:b", "a\n", "a\u0000"})
  void refuseAUserThatBasicCannotCarry(String user) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxySettings.of("proxy", 3128, user, "hush"))
        .withMessageStartingWith("proxy user must ");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "hush\n", "hu\rsh", "hush\u007f", "hush\uD83D"})
  void refuseAPasswordThatBasicCannotCarry(String password) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxySettings.of("proxy", 3128, "me", password))
        .withMessageStartingWith("proxy password must ")
        .withMessageNotContaining("hu");
  }

  @Test
  void encodeInUtf8AndShowNoPassword() {
    ProxySettings settings = ProxySettings.of("proxy", 3128, "jürgen", "hush:hüsh");

    String expected =
        Base64.getEncoder().encodeToString("jürgen:hush:hüsh".getBytes(StandardCharsets.UTF_8));
    assertThat(settings.authorization()).isEqualTo("Basic " + expected);
    assertThat(settings).hasToString("proxy:3128");
  }
}
