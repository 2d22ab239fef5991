package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.Span;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a listener follows a call from begin to end. */
class CallSpansTest {
  private static final Span<CallEvent> LISTING = event -> {};
  private static final CallOwner OWNER =
      new CallOwner() {
        @Override
        public Span<?> span() {
          return LISTING;
        }
      };

  private final List<String> steps = new ArrayList<>();
  private final List<CallEvent> ended = new ArrayList<>();

  private final ClientListener follower =
      new ClientListener() {
        @Override
        public Span<CallEvent> startCall(CallInfo call, Span<?> listing) {
          steps.add(listing == LISTING ? "start in listing" : "start");
          return new CallSpan();
        }

        @Override
        public void onCall(CallEvent event) {
          steps.add("notify");
        }
      };

  private final class CallSpan implements Span<CallEvent> {
    @Override
    public Scope makeCurrent() {
      steps.add("current");
      return () -> steps.add("no longer current");
    }

    @Override
    public void end(CallEvent event) {
      steps.add("end");
      ended.add(event);
    }
  }

  private String run(CallOwner owner, String result) {
    RetryExecutor retries =
        new RetryExecutor(
            new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), 1, 1 << 20),
            new ManualTime(5),
            new Lifetime("closed"),
            follower);
    Endpoint endpoint = new Endpoint("TEST", URI.create("https://api.example.com/rest/v1"));
    return retries.run(
        CallDescription.ofMembers(endpoint, "tech-team"),
        owner,
        rejected -> false,
        context -> {
          steps.add(context.span() instanceof CallSpan ? "attempt" : "attempt without a span");
          if (result.isEmpty()) {
            throw new MalformedResponseException("odd");
          }
          return result;
        });
  }

  @Test
  void theSpanIsCurrentUntilTheCallHasEnded() {
    assertThat(run(OWNER, "a page")).isEqualTo("a page");

    assertThat(steps)
        .containsExactly(
            "start in listing", "current", "attempt", "notify", "no longer current", "end");
    assertThat(ended).singleElement().extracting(CallEvent::failure).isNull();
  }

  @Test
  void aSingleCallBelongsToNoListing() {
    assertThatThrownBy(() -> run(CallOwner.ofSingleCall(), ""))
        .isInstanceOf(MalformedResponseException.class);

    assertThat(steps)
        .containsExactly("start", "current", "attempt", "notify", "no longer current", "end");
    assertThat(ended)
        .singleElement()
        .extracting(CallEvent::failure)
        .isInstanceOf(MalformedResponseException.class);
  }
}
