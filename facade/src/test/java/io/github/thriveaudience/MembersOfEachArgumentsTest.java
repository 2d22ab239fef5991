package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before any request. */
class MembersOfEachArgumentsTest {
  private final FakeAudiences client = new FakeAudiences().with("sales", 25);
  private final MembersOfEach each = client.membersOfEach(List.of("sales"));

  @AfterEach
  void requestedNothing() {
    assertThat(client.begun).isEmpty();
  }

  @Test
  void noAudiences() {
    assertThatNullPointerException()
        .isThrownBy(() -> client.membersOfEach(null))
        .withMessage("audiences");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.membersOfEach(Set.of()))
        .withMessage("audiences must not be empty");
  }

  @Test
  void aNullAmongTheAudiences() {
    assertThatNullPointerException()
        .isThrownBy(() -> client.membersOfEach(Arrays.asList("sales", null)))
        .withMessage("audiences[1]");
  }

  @ParameterizedTest
  @CsvSource({
    "'', must not be blank",
    "'  ', must not be blank",
    "., must not be \".\" or",
    "hr/../uk, must have no \".\" or",
    "\ud800, must be well-formed Unicode"
  })
  void anAudienceThatCannotBeRequested(String audience, String rule) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.membersOfEach(List.of("sales", "sales", audience)))
        .withMessageStartingWith("audiences[2] " + rule);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 33})
  void aNumberOutOfRange(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> each.concurrency(number))
        .withMessage("concurrency must be 1 to 32, but was " + number);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> each.parallelism(number))
        .withMessage("parallelism must be 1 to 32, but was " + number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT168H0.000000001S"})
  void aDeadlineOutOfRange(Duration deadline) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> each.deadline(deadline))
        .withMessage("deadline must be more than zero and at most 7 days, but was " + deadline);
  }

  @Test
  void nulls() {
    assertThatNullPointerException().isThrownBy(() -> each.readAll(null)).withMessage("handler");
    assertThatNullPointerException().isThrownBy(() -> each.policy(null)).withMessage("policy");
    assertThatNullPointerException().isThrownBy(() -> each.deadline(null));
    assertThatNullPointerException()
        .isThrownBy(() -> each.onProgress(null))
        .withMessage("listener");
  }

  @Test
  void theLimitsAreAllowed() {
    assertThat(each.concurrency(32).parallelism(32).deadline(Duration.ofDays(7))).isNotNull();
    assertThat(each.concurrency(1).parallelism(1).deadline(Duration.ofNanos(1))).isNotNull();
  }
}
