package io.github.thriveaudience.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
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
    failure.initIds("ours", "theirs");

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
    failure.initIds("ours", null);

    assertThat(failure).hasMessage("Odd. Correlation id: ours.");
  }

  @Test
  void aMessageThatHasTheIdsIsLeftAsItIs() {
    ThriveException copy = new MalformedResponseException("Odd. Correlation id: ours.");

    copy.initIds("ours", null);

    assertThat(copy).hasMessage("Odd. Correlation id: ours.");
  }

  @Test
  void anAnswerKeepsTheIdThatItCameWith() {
    ThriveException answer =
        new NotFoundException("None.", ApiError.of(404).withRequestId("theirs"));

    answer.initIds("ours", "other");

    assertThat(answer.requestId()).isEqualTo("theirs");
    assertThat(answer).hasMessage("None. Request id: theirs. Correlation id: ours.");
  }

  @Test
  void theIdsAreGivenOnce() {
    failure.initIds("ours", null);

    assertThatIllegalStateException().isThrownBy(() -> failure.initIds("other", null));
    assertThat(failure.correlationId()).isEqualTo("ours");
  }

  @Test
  void theIdsAreSerialized() throws IOException, ClassNotFoundException {
    failure.initIds("ours", "theirs");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(failure);

    Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat((ThriveException) copy).hasMessage(failure.getMessage());
  }
}
