package io.github.thriveaudience.internal.response;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a body is buffered, whatever the sizes of its parts. */
class LimitedBodySubscriberTest {
  private final LimitedBodySubscriber body = new LimitedBodySubscriber(20_000);
  private boolean cancelled;

  LimitedBodySubscriberTest() {
    body.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long parts) {}

          @Override
          public void cancel() {
            cancelled = true;
          }
        });
  }

  @Test
  void keepsTheOrderOfSmallAndLargeParts() throws Exception {
    String large = "x".repeat(5000);
    body.onNext(List.of(part("a"), part("b")));
    body.onNext(List.of(part(large), part("c")));
    body.onNext(List.of(part(""), part(large)));
    body.onComplete();

    ByteBufferInputStream parts = parts();
    assertThat(parts.available()).isEqualTo(10_003);
    assertThat(parts.read()).isEqualTo('a');
    assertThat(new String(parts.readAllBytes(), US_ASCII)).isEqualTo('b' + large + 'c' + large);
    assertThat(parts.available()).isZero();
    assertThat(parts.read()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {4096, 16_384})
  void doesNotCopyALargePart(int size) throws Exception {
    byte[] received = new byte[size];
    body.onNext(List.of(ByteBuffer.wrap(received)));
    body.onComplete();

    received[0] = 'x';

    assertThat(parts().read()).isEqualTo('x');
  }

  @Test
  void copiesASmallPart() throws Exception {
    byte[] received = new byte[16_384];
    for (int i = 0; i < 1000; i++) {
      body.onNext(List.of(ByteBuffer.wrap(received, i, 1)));
    }
    body.onComplete();

    received[0] = 'x';

    ByteBufferInputStream parts = parts();
    assertThat(parts.read(new byte[2000])).isEqualTo(1000);
    assertThat(parts.read()).isEqualTo(-1);
  }

  @Test
  void cancelsIfThePartsExceedTheMaximum() {
    body.onNext(List.of(part("a"), part("x".repeat(19_999))));
    assertThat(cancelled).isFalse();

    body.onNext(List.of(part("b")));

    assertThat(cancelled).isTrue();
    assertThat(body.getBody().toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void cancelsIfALargePartExceedsTheMaximum() {
    body.onNext(List.of(part("a"), part("x".repeat(20_000))));

    assertThat(cancelled).isTrue();
  }

  private ByteBufferInputStream parts() throws Exception {
    return body.getBody().toCompletableFuture().get();
  }

  private static ByteBuffer part(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII)).asReadOnlyBuffer();
  }
}
