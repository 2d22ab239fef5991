package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import org.junit.jupiter.api.Test;

/** What remains of a transport's failure. */
class CauseSanitizerTest {

  @Test
  void keepsAFailureWithoutAResponse() {
    IOException refused = new ConnectException("Connection refused");

    assertThat(CauseSanitizer.withoutData(refused)).isSameAs(refused);
  }

  @Test
  void keepsTypeAndStackTraceWithoutTheMessage() {
    IOException broken = new ProtocolException("Invalid status line: jane.doe");

    Throwable shown = CauseSanitizer.withoutData(broken);

    assertThat(shown).hasMessage("java.net.ProtocolException").hasNoCause();
    assertThat(shown.getStackTrace()).isEqualTo(broken.getStackTrace());
  }

  @Test
  void sanitizesCauses() {
    IOException refused = new ConnectException("Connection refused");
    IOException broken = new IOException("jane.doe", new IOException("jane.doe", refused));

    assertThat(CauseSanitizer.withoutData(broken))
        .hasMessage("java.io.IOException")
        .cause()
        .hasMessage("java.io.IOException")
        .hasCause(refused);
  }
}
