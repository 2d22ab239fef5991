package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.internal.http.ErrorMessages;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What messages call an audience. */
class CallDescriptionTest {

  @Test
  void itsReferenceInWholeOrItsFirstHundredCharacters() {
    assertThat(subject("x".repeat(100))).isEqualTo("audience \"" + "x".repeat(100) + '"');
    assertThat(subject("x".repeat(101))).isEqualTo("audience \"" + "x".repeat(100) + "...\"");
  }

  @Test
  void nothingThatCouldBreakALine() {
    assertThat(subject("tech\r\nteam\u0007")).isEqualTo("audience \"tech??team?\"");
    assertThat(subject("a\u2028b\u2029c\u0085d\u202Ee")).isEqualTo("audience \"a?b?c?d?e\"");
  }

  @Test
  void noHalfOfACharacter() {
    assertThat(subject("x".repeat(99) + "🎓🎓"))
        .isEqualTo("audience \"" + "x".repeat(99) + "...\"");
    assertThat(subject("x".repeat(98) + "🎓🎓")).endsWith("x🎓...\"");
    assertThat(subject("x".repeat(98) + "🎓")).endsWith("x🎓\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a\\b", "50%"})
  void whatAGatewayMayRefuse(String audience) {
    CallDescription call = ofMembers(audience);

    for (int status : List.of(400, 404, 414)) {
      assertThat(message(call, status))
          .contains("a slash, a backslash or a percent sign")
          .endsWith("use the audience's id instead.");
    }
    assertThat(message(call, 409)).doesNotContain("slash");
  }

  @Test
  void nothingOfSlashesWhereThereAreNone() {
    for (int status : List.of(400, 404, 414)) {
      assertThat(message(ofMembers("R&D + #1"), status)).doesNotContain("slash");
    }
  }

  @Test
  void whatToDoIfItIsTooLong() {
    CallDescription call = ofMembers("x".repeat(10_000));

    assertThat(message(call, 414))
        .contains("the address is too long", "Use the audience's id")
        .hasSizeLessThan(400);
    assertThat(call.toString()).hasSizeLessThan(400);
  }

  private static String message(CallDescription call, int status) {
    return ErrorMessages.ofMembers(call, ApiError.of(status));
  }

  private static CallDescription ofMembers(String audience) {
    URI anywhere = URI.create("https://proxy.example.com");
    return CallDescription.ofMembers(new Endpoint("TEST", anywhere), audience);
  }

  private static String subject(String audience) {
    return ofMembers(audience).subject();
  }
}
