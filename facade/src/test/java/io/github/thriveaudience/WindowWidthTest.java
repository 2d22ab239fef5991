package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowWidthTest {
  private final WindowWidth width = new WindowWidth(8);

  @Test
  void beginsWithWhatWasAskedFor() {
    assertThat(width.current()).isEqualTo(8);
  }

  @Test
  void isNeverWider() {
    deliver(100);

    assertThat(width.current()).isEqualTo(8);
  }

  @Test
  void halvesAndIsNeverClosed() {
    assertThat(IntStream.range(0, 5).map(i -> narrowed())).containsExactly(4, 2, 1, 1, 1);
  }

  @Test
  void growsByOneForEachWindowThatIsDelivered() {
    width.narrow();

    deliver(3);
    assertThat(width.current()).isEqualTo(4);
    deliver(1);
    assertThat(width.current()).isEqualTo(5);
    deliver(4);
    assertThat(width.current()).isEqualTo(5);
    deliver(1);
    assertThat(width.current()).isEqualTo(6);
    deliver(13);
    assertThat(width.current()).isEqualTo(8);
  }

  @Test
  void countsAnewAfterItWasNarrowed() {
    deliver(7);
    width.narrow();

    deliver(3);
    assertThat(width.current()).isEqualTo(4);
  }

  private int narrowed() {
    width.narrow();
    return width.current();
  }

  private void deliver(int pages) {
    IntStream.range(0, pages).forEach(i -> width.delivered());
  }
}
