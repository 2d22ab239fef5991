package io.github.thriveaudience.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What messages call an audience. */
class CallTest {

  @Test
  void itsReferenceInWholeOrItsFirstHundredCharacters() {
    assertThat(subject("x".repeat(100))).isEqualTo("audience \"" + "x".repeat(100) + '"');
    assertThat(subject("x".repeat(101))).isEqualTo("audience \"" + "x".repeat(100) + "...\"");
  }

  @Test
  void nothingThatCouldBreakALine() {
    assertThat(subject("tech\r\nteam\u0007")).isEqualTo("audience \"tech??team?\"");
  }

  private static String subject(String audience) {
    URI anywhere = URI.create("https://proxy.example.com");
    return Call.ofMembers(new Destination("TEST", anywhere), audience).subject();
  }
}
