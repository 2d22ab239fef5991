package io.github.thriveaudience.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {

  @Test
  void theLogShowsWhereAListenerFailedAndNoneOfItsWords() {
    RuntimeException failure = new IllegalStateException("jane.doe", new Exception("jane.doe"));
    ClientListener broken =
        new ClientListener() {
          @Override
          public void onCall(CallEvent event) {
            throw failure;
          }
        };
    CallInfo call = new CallInfo(Operation.LIST_MEMBERS, "TEST", "api.example.com", "id-1");

    try (ClientLog log = new ClientLog()) {
      new Listeners(List.of(broken)).onCall(new CallEvent(call, 1, Duration.ZERO, 200, null));

      Throwable shown = log.records.get(0).getThrown();
      assertThat(shown.getStackTrace()).isEqualTo(failure.getStackTrace());
      assertThat(shown).hasMessage("java.lang.IllegalStateException").hasNoCause();
    }
  }
}
