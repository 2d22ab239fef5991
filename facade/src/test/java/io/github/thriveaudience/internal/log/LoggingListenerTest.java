package io.github.thriveaudience.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Calls;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which events are logged, and how a line names the outcome. */
class LoggingListenerTest {
  private final ClientLog log = new ClientLog();
  private final LoggingListener listener = new LoggingListener();

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void logsTheEndOfFailedTokenCallsOnly() {
    listener.onCall(end(Calls.OF_MEMBERS, failure()));
    listener.onCall(end(Calls.OF_TOKEN, null));
    assertThat(log.records).isEmpty();

    listener.onCall(end(Calls.OF_TOKEN, failure()));
    assertThat(log.records).extracting(LogRecord::getLevel).containsExactly(Level.WARNING);
  }

  @Test
  void hidesTheMessagesOfOtherExceptions() {
    listener.onCall(end(Calls.OF_TOKEN, new IllegalStateException("jane.doe")));

    assertThat(log.records)
        .extracting(LogRecord::getMessage)
        .containsExactly(
            "POST /oauth2/token/{tenantId} of TEST failed after 1 requests: IllegalStateException,"
                + " correlation id id-1");
  }

  static Stream<Arguments> outcomes() {
    Throwable failure = failure();
    return Stream.of(
        Arguments.of(200, null, "200"),
        Arguments.of(200, failure, "MalformedResponseException"),
        Arguments.of(300, failure, "300"),
        Arguments.of(null, failure, "MalformedResponseException"),
        Arguments.of(null, null, "nothing"));
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void namesTheOutcome(@Nullable Integer status, @Nullable Throwable failure, String named) {
    CallInfo call = Calls.OF_MEMBERS.info("id-1");
    listener.onRequest(
        RequestEvent.of(call, 1, Duration.ZERO, Duration.ZERO, 0, 0, status, null, failure));

    assertThat(log.records)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.getMessage())
                    .startsWith(
                        "GET /audiences/{audienceId}/members of TEST: " + named + " after 0 ms"));
  }

  private static Throwable failure() {
    return new MalformedResponseException("odd");
  }

  private static CallEvent end(CallDescription call, @Nullable Throwable failure) {
    return CallEvent.of(call.info("id-1"), 1, Duration.ZERO, null, failure);
  }
}
