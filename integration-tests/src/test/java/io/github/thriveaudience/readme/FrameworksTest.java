package io.github.thriveaudience.readme;

import static io.github.thriveaudience.readme.Documents.FACADE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the blocks that are not Java against the consumer projects, which the profile frameworks
 * runs.
 */
class FrameworksTest {
  private static final Path PROJECTS = Path.of("src/frameworks");

  @Test
  void kotlinIsThatOfTheConsumer() throws IOException {
    List<String> shown = lines("kotlin", "Kotlin");
    List<String> program =
        Files.readString(PROJECTS.resolve("kotlin/src/main/kotlin/com/example/kotlin/Main.kt"))
            .lines()
            .map(String::strip)
            .toList();

    assertThat(program).containsSubsequence(shown);
    for (Path file : Documents.all()) {
      assertThat(Markdown.read(file).blocks("kotlin"))
          .as(file.toString())
          .hasSize(file.equals(FACADE) ? 1 : 0);
    }
  }

  @Test
  void modulesOfTheImageAreThoseOfTheConsumer() throws IOException {
    String tests;
    try (Stream<Path> files =
        Files.list(PROJECTS.resolve("runtime-image/src/test/java/com/example/runtimeimage"))) {
      tests = String.join("", files.map(FrameworksTest::text).toList());
    }

    List<String> modules =
        lines("shell", "jlink").stream()
            .filter(line -> line.startsWith("jlink"))
            .map(line -> line.replaceFirst(".*--add-modules (\\S+).*", "$1"))
            .map(names -> names.replace("com.example.app", "com.example.runtimeimage"))
            .toList();

    assertThat(modules)
        .hasSize(2)
        .allSatisfy(names -> assertThat(tests).contains('"' + names + '"'));
  }

  private static List<String> lines(String language, String heading) throws IOException {
    return Markdown.read(FACADE)
        .blocks(language)
        .filter(block -> block.place().equals(heading))
        .flatMap(block -> block.text().lines())
        .map(String::strip)
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
