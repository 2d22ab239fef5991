package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.Members;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How bad arguments are refused. */
abstract class ArgumentBehaviour extends ClientBehaviour {

  ArgumentBehaviour(Clients clients) {
    super(clients);
  }

  static Stream<Arguments> badArguments() {
    return Stream.of(
        refused(" ", "audience must not be blank"),
        refused("..", "audience must not be \".\" or \"..\""),
        refused("a/../b", "audience must have no \".\" or \"..\" between slashes"),
        refused("\ud800", "audience must be well-formed Unicode"),
        refused(members -> members.parallelism(0), "parallelism must be 1 to 32, but was 0"),
        refused(members -> members.parallelism(33), "parallelism must be 1 to 32, but was 33"),
        refused(members -> members.startingAt(0), "page must be 1 or more, but was 0"),
        refused(members -> members.page(-1), "page must be 1 or more, but was -1"),
        refused(
            members -> members.deadline(Duration.ZERO),
            "deadline must be more than zero and at most 7 days, but was PT0S"),
        refused(
            members -> members.resume(members.readAll().report()),
            "the report must be one of a failed reading: this one has no nextPage"));
  }

  private static Arguments refused(String audience, String message) {
    Consumer<AudienceMembersClient> call = client -> client.members(audience);
    return Arguments.of(message, call);
  }

  private static Arguments refused(Consumer<Members> option, String message) {
    Consumer<AudienceMembersClient> call = client -> option.accept(client.members("tech-team"));
    return Arguments.of(message, call);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badArguments")
  void aBadArgumentIsRefused(String message, Consumer<AudienceMembersClient> call) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call.accept(client()))
        .withMessageStartingWith(message);
  }

  @Test
  void nullsAreRefusedByName() {
    assertRefusesNull("audience", () -> client().members(null));
    assertRefusesNull("listener", () -> techTeam().onProgress(null));
    assertRefusesNull("deadline", () -> techTeam().deadline(null));
    assertRefusesNull("consumer", () -> techTeam().read(null));
    assertRefusesNull("policy", () -> techTeam().readAll(null));
    assertRefusesNull("known", () -> techTeam().changesSince(null));
    assertRefusesNull("audiences", () -> client().membersOfEach(null));
  }

  private static void assertRefusesNull(String name, Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(NullPointerException.class).hasMessage(name);
  }
}
