package io.github.thriveaudience.internal.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseHeadersTest {

  @Test
  void areFoundCaseInsensitively() {
    Map<String, List<String>> headers = ResponseHeaders.copyOf(Map.of("X-Left", List.of("1", "2")));

    assertThat(headers.get("x-LEFT")).containsExactly("1", "2");
    assertThat(headers).containsKey("x-left").doesNotContainKey("X-Lef");
    assertThat(headers.keySet()).containsExactly("X-Left");
    assertThat(headers).isEqualTo(ResponseHeaders.copyOf(Map.of("x-left", List.of("1", "2"))));
  }

  @Test
  void areCopies() {
    List<String> values = new ArrayList<>(List.of("1"));
    Map<String, List<String>> given = new HashMap<>(Map.of("A", values));
    Map<String, List<String>> headers = ResponseHeaders.copyOf(given);

    given.clear();
    values.clear();

    assertThat(headers).isEqualTo(Map.of("A", List.of("1")));
    assertThatThrownBy(() -> headers.put("B", List.of()))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> headers.get("A").clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void haveNoNameTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResponseHeaders.copyOf(Map.of("a", List.of("1"), "A", List.of("2"))))
        .withMessage("headers must not have names that differ in case alone");
  }

  @Test
  void showTheirNamesAlone() {
    assertThat(ResponseHeaders.shown(ResponseHeaders.copyOf(null))).isEmpty();
    assertThat(ResponseHeaders.shown(ResponseHeaders.copyOf(Map.of("A", List.of("jane.doe")))))
        .isEqualTo(", headers=[A]");
  }
}
