package io.github.thriveaudience.internal.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The maximum that can be read, in portions of any size. */
class LimitedInputStreamTest {
  private enum Portion {
    ONE_BYTE {
      @Override
      int readFrom(InputStream in) throws IOException {
        return in.read() < 0 ? -1 : 1;
      }
    },
    SOME_BYTES {
      @Override
      int readFrom(InputStream in) throws IOException {
        return in.read(new byte[3]);
      }
    };

    abstract int readFrom(InputStream in) throws IOException;
  }

  @ParameterizedTest
  @EnumSource(Portion.class)
  void readsTheMaximum(Portion portion) throws IOException {
    assertThat(read(10, portion)).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource(Portion.class)
  void failsWithOneByteMore(Portion portion) {
    assertThatThrownBy(() -> read(11, portion)).isInstanceOf(ResponseTooLargeException.class);
  }

  private static int read(int size, Portion portion) throws IOException {
    try (InputStream in = new LimitedInputStream(new ByteArrayInputStream(new byte[size]), 10)) {
      int all = 0;
      for (int some = portion.readFrom(in); some > 0; some = portion.readFrom(in)) {
        all += some;
      }
      assertThat(portion.readFrom(in)).as("at the end").isEqualTo(-1);
      return all;
    }
  }
}
