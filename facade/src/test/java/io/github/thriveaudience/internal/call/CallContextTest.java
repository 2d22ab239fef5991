package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Request;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallContextTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final ManualTime time = new ManualTime(5);
  private final AtomicInteger sent = new AtomicInteger();
  private final CallContext call = new CallContext(Calls.OF_MEMBERS, time, HOUR, new Listing());

  @Test
  void hasLessTimeLeftAsTimePasses() {
    time.advance(Duration.ofMinutes(59));

    assertThat(call.left()).isEqualTo(Duration.ofMinutes(1));
    assertThat(call.allows(Duration.ofSeconds(59))).isTrue();
    assertThat(call.allows(Duration.ofMinutes(1))).isFalse();

    time.advance(Duration.ofMinutes(2));

    assertThat(call.left()).isZero();
  }

  @Test
  void excludesWaitsAtTheGate() {
    time.advance(Duration.ofMinutes(59));
    call.queued(Duration.ofMinutes(50).toNanos());
    call.queued(Duration.ofMinutes(8).toNanos());

    assertThat(call.left()).isEqualTo(Duration.ofMinutes(59));
    assertThat(call.queued()).as("of the latest request").isEqualTo(Duration.ofMinutes(8));
  }

  @Test
  void notifiesItsListingOfEachRequest() {
    call.sending();
    call.sending();

    assertThat(sent).hasValue(2);
    assertThat(call.requests()).isEqualTo(2);
  }

  @Test
  void clearsTheResponseWhenTheNextRequestIsSent() {
    call.sending();
    call.responded(503, "id-1");
    call.setMaybeTruncated();

    assertThat(call.status()).isEqualTo(503);
    assertThat(call.requestId()).isEqualTo("id-1");
    assertThat(call.isMaybeTruncated()).isTrue();

    call.sending();

    assertThat(call.status()).isNull();
    assertThat(call.requestId()).isNull();
    assertThat(call.isMaybeTruncated()).isFalse();
  }

  @Test
  void travelsInTheOptionsOfARequest() {
    assertThat(CallContext.of(call)).isSameAs(call);
    assertThatThrownBy(() -> CallContext.of(new Request.Options()))
        .isInstanceOf(ClassCastException.class);
  }

  private final class Listing implements CallOwner {
    @Override
    public void sent() {
      sent.incrementAndGet();
    }
  }
}
