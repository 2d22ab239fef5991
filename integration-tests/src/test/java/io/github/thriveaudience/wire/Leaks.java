package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ThriveException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** What no exception may carry, in itself or in what it holds. */
final class Leaks {
  /** Stands for a member's data in the bodies that tests send. */
  static final String MEMBER = "jane.doe";

  private static final List<String> FORBIDDEN =
      List.of(
          WireTest.SECRET,
          Base64.getEncoder()
              .encodeToString(("eu-west-2_Tenant:" + WireTest.SECRET).getBytes(UTF_8)),
          MEMBER,
          "feign.",
          "com.fasterxml");

  private Leaks() {}

  static void assertNone(Throwable thrown) {
    assertThat(chain(thrown))
        .allSatisfy(
            one ->
                assertThat(one.getClass().getName() + ' ' + one.getMessage() + ' ' + one)
                    .doesNotContain(FORBIDDEN));
  }

  private static Stream<Throwable> chain(Throwable thrown) {
    Stream<Throwable> below =
        Stream.concat(Stream.ofNullable(thrown.getCause()), Arrays.stream(thrown.getSuppressed()));
    Stream<? extends Throwable> earlier =
        thrown instanceof ThriveException known ? known.earlierFailures().stream() : Stream.empty();
    return Stream.concat(Stream.of(thrown), Stream.concat(below, earlier).flatMap(Leaks::chain));
  }
}
