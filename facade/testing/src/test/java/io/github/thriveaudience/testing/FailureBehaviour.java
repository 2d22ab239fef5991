package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.thriveaudience.Members;
import io.github.thriveaudience.error.BadRequestException;
import io.github.thriveaudience.error.ConflictException;
import io.github.thriveaudience.error.ForbiddenException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ServerErrorException;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.UnprocessableContentException;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How readings fail. */
abstract class FailureBehaviour extends ClientBehaviour {

  FailureBehaviour(Clients clients) {
    super(clients);
  }

  static Stream<Arguments> readings() {
    return Stream.of(
        reading("page", members -> members.page(1)),
        reading("page with a deadline", members -> members.deadline(Duration.ofDays(1)).page(1)),
        reading("loop", members -> members.iterator().hasNext()),
        reading("stream", members -> members.stream().count()),
        reading("forEach", members -> members.forEach(member -> {})),
        reading("read", members -> members.read(member -> {})),
        reading("readAll", Members::readAll),
        reading("changesSince", members -> members.changesSince(KnownMembers.none())));
  }

  private static Arguments reading(String name, Consumer<Members> action) {
    return Arguments.of(name, action);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void anUnknownAudienceIsNotFound(String name, Consumer<Members> reading) {
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> reading.accept(client().members("no-such-team")))
        .withMessageStartingWith(
            environment()
                + " responded with 404 for audience \"no-such-team\": there is no audience with"
                + " this id or reference. Check its spelling, and that it belongs to this"
                + " environment.")
        .satisfies(failure -> assertThat(failure.status()).isEqualTo(404));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void aClosedClientReadsNothing(String name, Consumer<Members> reading) {
    Members members = techTeam();
    client().close();
    client().close();

    assertThatIllegalStateException()
        .isThrownBy(() -> reading.accept(members))
        .withMessage("this client is closed");
  }

  @Test
  void aClosedClientDescribesNothing() {
    client().close();

    assertClosed(() -> client().members("tech-team"));
    assertClosed(() -> client().membersOfEach(List.of("tech-team")));
    assertClosed(() -> client().changesOfEach(Map.of("tech-team", KnownMembers.none())));
  }

  private static void assertClosed(Runnable call) {
    assertThatIllegalStateException().isThrownBy(call::run).withMessage("this client is closed");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readings")
  void anInterruptEndsTheReading(String name, Consumer<Members> reading) {
    try {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(ThriveInterruptedException.class)
          .isThrownBy(() -> reading.accept(techTeam()));
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      boolean unused = Thread.interrupted();
    }
  }

  static Stream<Arguments> statuses() {
    return Stream.of(
        Arguments.of(400, BadRequestException.class, "the request is not valid."),
        Arguments.of(403, ForbiddenException.class, "the credentials are valid but do not allow"),
        Arguments.of(409, ConflictException.class, "the request conflicts with the audience's"),
        Arguments.of(422, UnprocessableContentException.class, "the request cannot be processed."),
        Arguments.of(500, ServerErrorException.class, "the server or a gateway before it failed."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("statuses")
  void anErrorIsAnExceptionOfItsStatus(
      int status, Class<? extends ThriveApiException> type, String advice) {
    String audience = "error-" + status;

    assertThatExceptionOfType(type)
        .isThrownBy(() -> client().members(audience).readAll())
        .withMessageStartingWith(
            environment()
                + " responded with "
                + status
                + " for audience \""
                + audience
                + "\": "
                + advice)
        .satisfies(
            failure -> {
              assertThat(failure.status()).isEqualTo(status);
              assertThat(Objects.requireNonNull(failure.report()).verdict())
                  .isEqualTo(Verdict.INCOMPLETE);
            });
  }
}
