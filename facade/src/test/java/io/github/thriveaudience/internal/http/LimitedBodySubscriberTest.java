package io.github.thriveaudience.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a body is kept, whatever the sizes of its pieces. */
class LimitedBodySubscriberTest {
  private final LimitedBodySubscriber body = new LimitedBodySubscriber(20_000);
  private boolean cancelled;

  LimitedBodySubscriberTest() {
    body.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long pieces) {}

          @Override
          public void cancel() {
            cancelled = true;
          }
        });
  }

  @Test
  void keepsTheOrderOfSmallAndLargePieces() throws Exception {
    String large = "x".repeat(5000);
    body.onNext(List.of(piece("a"), piece("b")));
    body.onNext(List.of(piece(large), piece("c")));
    body.onNext(List.of(piece(""), piece(large)));
    body.onComplete();

    ByteBufferInputStream pieces = pieces();
    assertThat(pieces.available()).isEqualTo(10_003);
    assertThat(pieces.read()).isEqualTo('a');
    assertThat(new String(pieces.readAllBytes(), US_ASCII)).isEqualTo('b' + large + 'c' + large);
    assertThat(pieces.available()).isZero();
    assertThat(pieces.read()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {4096, 16_384})
  void readsALargePieceWhereItIs(int size) throws Exception {
    byte[] received = new byte[size];
    body.onNext(List.of(ByteBuffer.wrap(received)));
    body.onComplete();

    received[0] = 'x';

    assertThat(pieces().read()).isEqualTo('x');
  }

  @Test
  void letsGoOfTheBufferOfASmallPiece() throws Exception {
    byte[] received = new byte[16_384];
    for (int i = 0; i < 1000; i++) {
      body.onNext(List.of(ByteBuffer.wrap(received, i, 1)));
    }
    body.onComplete();

    received[0] = 'x';

    ByteBufferInputStream pieces = pieces();
    assertThat(pieces.read(new byte[2000])).isEqualTo(1000);
    assertThat(pieces.read()).isEqualTo(-1);
  }

  @Test
  void givesUpWhereSmallAndLargePiecesAreTooMuchTogether() {
    body.onNext(List.of(piece("a"), piece("x".repeat(19_999))));
    assertThat(cancelled).isFalse();

    body.onNext(List.of(piece("b")));

    assertThat(cancelled).isTrue();
    assertThat(body.getBody().toCompletableFuture()).isCompletedExceptionally();
  }

  @Test
  void givesUpWhereALargePieceIsTooMuchAfterASmallOne() {
    body.onNext(List.of(piece("a"), piece("x".repeat(20_000))));

    assertThat(cancelled).isTrue();
  }

  private ByteBufferInputStream pieces() throws Exception {
    return body.getBody().toCompletableFuture().get();
  }

  private static ByteBuffer piece(String text) {
    return ByteBuffer.wrap(text.getBytes(US_ASCII)).asReadOnlyBuffer();
  }
}
