package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** How messages name an audience. */
class CallDescriptionTest {

  @Test
  void showsAtMostAHundredCharactersOfTheReference() {
    assertThat(subject("x".repeat(100))).isEqualTo("audience \"" + "x".repeat(100) + '"');
    assertThat(subject("x".repeat(101))).isEqualTo("audience \"" + "x".repeat(100) + "...\"");
  }

  @Test
  void replacesLineBreaksAndControlCharacters() {
    assertThat(subject("tech\r\nteam\u0007")).isEqualTo("audience \"tech??team?\"");
    assertThat(subject("a\u2028b\u2029c\u0085d\u202Ee")).isEqualTo("audience \"a?b?c?d?e\"");
  }

  @Test
  void splitsNoSurrogatePair() {
    assertThat(subject("x".repeat(99) + "🎓🎓"))
        .isEqualTo("audience \"" + "x".repeat(99) + "...\"");
    assertThat(subject("x".repeat(98) + "🎓🎓")).endsWith("x🎓...\"");
    assertThat(subject("x".repeat(98) + "🎓")).endsWith("x🎓\"");
  }

  private static CallDescription ofMembers(String audience) {
    URI anywhere = URI.create("https://proxy.example.com");
    return CallDescription.ofMembers(new Endpoint("TEST", anywhere), audience);
  }

  private static String subject(String audience) {
    return ofMembers(audience).subject();
  }
}
