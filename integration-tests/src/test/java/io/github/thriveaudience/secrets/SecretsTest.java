package io.github.thriveaudience.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.UnauthorizedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;

/**
 * Searches all log records and exceptions of the other tests, those of the facade included. Runs
 * after them, in its own execution.
 */
class SecretsTest {
  private static final List<Path> RECORDINGS =
      List.of(Path.of("target"), Path.of("../facade/target"));

  /**
   * Users never get these, neither thrown nor as a cause: {@code wire.LeakAssertions} checks it.
   */
  private static final List<String> INTERNAL = List.of("com.fasterxml.", "feign.");

  /** Test servers receive secrets, and tests hold them. */
  private static final List<String> SERVERS_AND_TESTS =
      List.of("org.springframework.", "org.apache.", "com.nimbusds.", "wiremock.", "org.assertj.");

  @Test
  void noLogRecordHoldsASecret() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path folder : RECORDINGS) {
      lines.addAll(Files.readAllLines(folder.resolve("recorded-log.txt")));
    }

    assertThat(lines).anyMatch(line -> line.contains("sentinel of java.util.logging"));
    assertThat(lines).anyMatch(line -> line.contains("sentinel of SLF4J"));
    assertThat(lines).filteredOn(Secrets::foundIn).isEmpty();
  }

  @Test
  void noExceptionOrThreadNameHoldsASecret() throws IOException {
    List<String> seen = new ArrayList<>();
    for (Path folder : RECORDINGS) {
      List<RecordedEvent> events =
          RecordingFile.readAllEvents(folder.resolve("recorded-exceptions.jfr"));
      assertThat(events).as(folder.toString()).isNotEmpty();
      events.stream().filter(SecretsTest::reachesUsers).map(SecretsTest::text).forEach(seen::add);
    }

    for (Class<?> known : List.of(UnauthorizedException.class, TokenRequestException.class)) {
      assertThat(seen).anyMatch(text -> text.contains(known.getName() + ": "));
    }
    assertThat(seen).filteredOn(Secrets::foundIn).isEmpty();
  }

  /** The search above relies on it. */
  @Test
  void exceptionsShowNothingButTheirMessage() throws ReflectiveOperationException {
    assertThat(ThriveException.class.getMethod("toString").getDeclaringClass())
        .isEqualTo(Throwable.class);
  }

  private static boolean reachesUsers(RecordedEvent event) {
    String type = event.getClass("thrownClass").getName();
    return Stream.concat(INTERNAL.stream(), SERVERS_AND_TESTS.stream()).noneMatch(type::startsWith);
  }

  private static String text(RecordedEvent event) {
    String thread = event.getThread() == null ? "" : event.getThread().getJavaName();
    return thread
        + " threw "
        + event.getClass("thrownClass").getName()
        + ": "
        + event.getString("message");
  }
}
