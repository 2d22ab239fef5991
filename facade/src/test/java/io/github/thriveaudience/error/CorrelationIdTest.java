package io.github.thriveaudience.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.failure.FailureDetails;
import org.junit.jupiter.api.Test;

class CorrelationIdTest {
  private final ThriveException failure = new MalformedResponseException("Odd.");

  @Test
  void thereIsNoneBeforeACallHasFailed() {
    assertThat(failure.correlationId()).isNull();
    assertThat(failure.requestId()).isNull();
    assertThat(failure).hasMessage("Odd.");
  }

  @Test
  void theMessageEndsWithTheIds() {
    FailureDetails.of(failure).identify("ours", "theirs");

    assertThat(failure.correlationId()).isEqualTo("ours");
    assertThat(failure.requestId()).isEqualTo("theirs");
    assertThat(failure).hasMessage("Odd. Request id: theirs. Correlation id: ours.");
    assertThat(failure)
        .hasToString(
            "io.github.thriveaudience.error.MalformedResponseException: Odd. Request id: theirs."
                + " Correlation id: ours.");
  }

  @Test
  void theServersIdIsLeftOutWhereItSentNone() {
    FailureDetails.of(failure).identify("ours", null);

    assertThat(failure).hasMessage("Odd. Correlation id: ours.");
  }

  @Test
  void aMessageThatHasTheIdsIsLeftAsItIs() {
    ThriveException copy = new MalformedResponseException("Odd. Correlation id: ours.");

    FailureDetails.of(copy).identify("ours", null);

    assertThat(copy).hasMessage("Odd. Correlation id: ours.");
  }

  @Test
  void anErrorResponseKeepsItsOwnRequestId() {
    ThriveException response =
        new NotFoundException("None.", ApiError.of(404).withRequestId("theirs"));

    FailureDetails.of(response).identify("ours", "other");

    assertThat(response.requestId()).isEqualTo("theirs");
    assertThat(response).hasMessage("None. Request id: theirs. Correlation id: ours.");
  }

  @Test
  void theIdsOfTheFirstCallStay() {
    FailureDetails.of(failure).identify("ours", null);

    FailureDetails.of(failure).identify("other", "theirs");

    assertThat(failure.correlationId()).isEqualTo("ours");
    assertThat(failure.requestId()).isNull();
  }

  @Test
  void theIdsAreSerialized() {
    FailureDetails.of(failure).identify("ours", "theirs");

    assertThat(Copies.deserialized(failure)).hasMessage(failure.getMessage());
  }
}
