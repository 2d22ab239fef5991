package io.github.thriveaudience.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Calls;
import io.github.thriveaudience.internal.call.Lifetime;
import io.github.thriveaudience.internal.call.Limits;
import io.github.thriveaudience.internal.call.RetryExecutor;
import io.github.thriveaudience.internal.call.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class CompositeListenerTest {
  private static final CallInfo CALL = Calls.OF_MEMBERS.info("id-1");

  @Test
  void listenerNeedNotImplementAnyMethod() {
    CompositeListener listeners = new CompositeListener(List.of(new ClientListener() {}));

    try (ClientLog log = new ClientLog()) {
      listeners.onRequest(
          RequestEvent.of(CALL, 1, Duration.ZERO, Duration.ZERO, 0, 0, 429, null, null));
      listeners.onThrottled(ThrottledEvent.of(CALL, 429, null, Duration.ofSeconds(1), 2, true));
      listeners.onRetry(
          RetryEvent.of(CALL, 1, 429, new ThriveConnectionException("reset", null), Duration.ZERO));
      listeners.onPage(PageEvent.of(CALL, 1, 10));
      listeners.onCall(CallEvent.of(CALL, 2, Duration.ZERO, 200, null));

      assertThat(log.records)
          .extracting(LogRecord::getMessage)
          .hasSize(3)
          .noneMatch(line -> line.startsWith("A listener failed"));
    }
  }

  @Test
  void logsWhereAListenerFailedWithoutItsMessage() {
    RuntimeException failure = new IllegalStateException("jane.doe", new Exception("jane.doe"));
    ClientListener broken =
        new ClientListener() {
          @Override
          public void onCall(CallEvent event) {
            throw failure;
          }
        };

    try (ClientLog log = new ClientLog()) {
      new CompositeListener(List.of(broken))
          .onCall(CallEvent.of(CALL, 1, Duration.ZERO, 200, null));

      Throwable shown = log.records.get(0).getThrown();
      assertThat(shown.getStackTrace()).isEqualTo(failure.getStackTrace());
      assertThat(shown).hasMessage("java.lang.IllegalStateException").hasNoCause();
    }
  }

  @Test
  void throwsAnErrorAfterNotifyingAllOthers() {
    Error first = new AssertionError("first");
    Error second = new StackOverflowError();
    List<String> notified = new ArrayList<>();
    CompositeListener listeners =
        new CompositeListener(List.of(throwing(first), throwing(second), recording(notified)));

    try (ClientLog log = new ClientLog()) {
      assertThatThrownBy(() -> listeners.onPage(PageEvent.of(CALL, 1, 10)))
          .isSameAs(first)
          .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(second));
      assertThat(log.records).isEmpty();
    }
    assertThat(notified).containsExactly("page 1");
  }

  @Test
  void throwsTheSameErrorOfTwoListenersOnce() {
    Error error = new OutOfMemoryError();
    CompositeListener listeners = new CompositeListener(List.of(throwing(error), throwing(error)));

    assertThatThrownBy(() -> listeners.onPage(PageEvent.of(CALL, 1, 10))).isSameAs(error);
  }

  @Test
  void errorReplacesTheOutcomeOfTheCall() {
    Error error = new AssertionError();
    ClientListener broken =
        new ClientListener() {
          @Override
          public void onCall(CallEvent event) {
            throw error;
          }
        };
    Limits limits = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), 1, 1);
    RetryExecutor retries =
        new RetryExecutor(
            limits,
            Time.SYSTEM,
            new Lifetime("this client is closed"),
            new CompositeListener(List.of(broken)));

    assertThatThrownBy(() -> Calls.run(retries, CallOwner.ofSingleCall(), () -> "page"))
        .isSameAs(error);
  }

  private static ClientListener throwing(Error error) {
    return new ClientListener() {
      @Override
      public void onPage(PageEvent event) {
        throw error;
      }
    };
  }

  private static ClientListener recording(List<String> notified) {
    return new ClientListener() {
      @Override
      public void onPage(PageEvent event) {
        notified.add("page " + event.page());
      }
    };
  }
}
