package io.github.thriveaudience.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.ListingEvent;
import io.github.thriveaudience.event.ListingInfo;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.event.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompositeSpanTest {
  private static final CallInfo CALL =
      CallInfo.of(Operation.LIST_MEMBERS, "PRODUCTION", "api.example.com", "id");
  private static final ListingInfo LISTING = ListingInfo.of("PRODUCTION", "api.example.com");
  private static final CallEvent ENDED = CallEvent.of(CALL, 1, Duration.ZERO, 200, null);

  private final List<String> steps = new ArrayList<>();

  /** A span that notes what happens to it. */
  private record Noting<E>(String name, List<String> steps) implements Span<E> {
    @Override
    public Scope makeCurrent() {
      steps.add("open " + name);
      return () -> steps.add("close " + name);
    }

    @Override
    public void end(E event) {
      steps.add("end " + name);
    }
  }

  private ClientListener following(String name) {
    return new ClientListener() {
      @Override
      public Span<ListingEvent> startListing(ListingInfo listing) {
        return new Noting<>(name + "'s listing", steps);
      }

      @Override
      public Span<CallEvent> startCall(CallInfo call, Span<?> listing) {
        String parent = listing instanceof Noting<?> own ? own.name() : listing.toString();
        return new Noting<>(name + "'s call in " + parent, steps);
      }
    };
  }

  @Test
  void givesEachListenerItsOwnParent() {
    CompositeListener listeners =
        new CompositeListener(List.of(following("a"), new ClientListener() {}, following("b")));

    Span<CallEvent> call = listeners.startCall(CALL, listeners.startListing(LISTING));
    call.makeCurrent().close();
    call.end(ENDED);
    listeners.startCall(CALL, Span.none()).end(ENDED);

    assertThat(steps)
        .containsExactly(
            "open a's call in a's listing",
            "open b's call in b's listing",
            "close b's call in b's listing",
            "close a's call in a's listing",
            "end a's call in a's listing",
            "end b's call in b's listing",
            "end a's call in Span.none()",
            "end b's call in Span.none()");
  }

  @Test
  void followsNothingIfNoListenerDoes() {
    CompositeListener listeners = new CompositeListener(List.of(new ClientListener() {}));

    assertThat(listeners.startListing(LISTING)).isSameAs(Span.none());
    assertThat(listeners.startCall(CALL, Span.none())).isSameAs(Span.none());
    Span.none().makeCurrent().close();
    Span.none().end(ENDED);
  }

  @Test
  void aListenerThatFailsDoesNotAffectTheOthers() {
    ClientListener broken =
        new ClientListener() {
          @Override
          public Span<CallEvent> startCall(CallInfo call, Span<?> listing) {
            throw new IllegalStateException("jane.doe");
          }
        };
    ClientListener brokenLater =
        new ClientListener() {
          @Override
          public Span<CallEvent> startCall(CallInfo call, Span<?> listing) {
            return event -> {
              throw new IllegalStateException("jane.doe");
            };
          }
        };
    CompositeListener listeners =
        new CompositeListener(List.of(broken, brokenLater, following("a")));

    try (ClientLog log = new ClientLog()) {
      Span<CallEvent> call = listeners.startCall(CALL, Span.none());
      call.makeCurrent().close();
      call.end(ENDED);

      assertThat(log.records).hasSize(2).noneMatch(line -> line.getMessage().contains("jane"));
    }
    assertThat(steps)
        .containsExactly(
            "open a's call in Span.none()",
            "close a's call in Span.none()",
            "end a's call in Span.none()");
  }

  @Test
  void anErrorClosesTheScopesThatAreOpen() {
    Error error = new AssertionError("broken");
    ClientListener broken =
        new ClientListener() {
          @Override
          public Span<CallEvent> startCall(CallInfo call, Span<?> listing) {
            return new Span<>() {
              @Override
              public Scope makeCurrent() {
                throw error;
              }

              @Override
              public void end(CallEvent event) {}
            };
          }
        };
    Span<CallEvent> call =
        new CompositeListener(List.of(following("a"), broken)).startCall(CALL, Span.none());

    assertThatThrownBy(call::makeCurrent).isSameAs(error);
    assertThat(steps)
        .containsExactly("open a's call in Span.none()", "close a's call in Span.none()");
  }
}
