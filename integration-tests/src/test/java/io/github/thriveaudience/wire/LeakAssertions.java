package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ThriveException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Asserts that an exception has no secrets, personal data or internal types, in its causes too. */
final class LeakAssertions {
  /** Stands for personal data in the bodies that tests send. */
  static final String PERSONAL_DATA = "jane.doe";

  private static final List<String> FORBIDDEN =
      List.of(
          WireTest.SECRET,
          Base64.getEncoder()
              .encodeToString(("eu-west-2_Tenant:" + WireTest.SECRET).getBytes(UTF_8)),
          PERSONAL_DATA,
          "feign.",
          "com.fasterxml");

  private LeakAssertions() {}

  static void assertNoLeaks(Throwable thrown) {
    assertThat(withCausesAndEarlierFailures(thrown))
        .allSatisfy(
            one ->
                assertThat(one.getClass().getName() + ' ' + one.getMessage() + ' ' + one)
                    .doesNotContain(FORBIDDEN));
  }

  private static Stream<Throwable> withCausesAndEarlierFailures(Throwable thrown) {
    Stream<Throwable> below =
        Stream.concat(Stream.ofNullable(thrown.getCause()), Arrays.stream(thrown.getSuppressed()));
    Stream<? extends Throwable> earlier =
        thrown instanceof ThriveException known ? known.earlierFailures().stream() : Stream.empty();
    return Stream.concat(
        Stream.of(thrown),
        Stream.concat(below, earlier).flatMap(LeakAssertions::withCausesAndEarlierFailures));
  }
}
