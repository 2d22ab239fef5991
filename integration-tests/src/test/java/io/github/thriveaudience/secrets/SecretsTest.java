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
 * Searches what all other tests, of the facade too, have logged at any level and thrown. It runs in
 * an execution of its own, after them.
 */
class SecretsTest {
  private static final List<Path> RECORDINGS =
      List.of(Path.of("target"), Path.of("../facade/target"));

  /** Never handed to a user, neither thrown nor as a cause; tests of the wire hold them to it. */
  private static final List<String> INSIDE = List.of("com.fasterxml.", "feign.");

  /** The servers that tests run are sent secrets and may know them; so do the tests. */
  private static final List<String> SERVERS_AND_TESTS =
      List.of("org.springframework.", "org.apache.", "com.nimbusds.", "wiremock.", "org.assertj.");

  @Test
  void areInNoLog() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path folder : RECORDINGS) {
      lines.addAll(Files.readAllLines(folder.resolve("recorded-log.txt")));
    }

    assertThat(lines).anyMatch(line -> line.contains("canary of java.util.logging"));
    assertThat(lines).anyMatch(line -> line.contains("canary of SLF4J"));
    assertThat(lines).filteredOn(Secrets::areIn).isEmpty();
  }

  @Test
  void areInNoExceptionAndNoThreadName() throws IOException {
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
    assertThat(seen).filteredOn(Secrets::areIn).isEmpty();
  }

  /** What the search above relies on: a message is all that an exception shows. */
  @Test
  void areShownByNoToString() throws ReflectiveOperationException {
    assertThat(ThriveException.class.getMethod("toString").getDeclaringClass())
        .isEqualTo(Throwable.class);
  }

  private static boolean reachesUsers(RecordedEvent event) {
    String type = event.getClass("thrownClass").getName();
    return Stream.concat(INSIDE.stream(), SERVERS_AND_TESTS.stream()).noneMatch(type::startsWith);
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
