package io.github.thriveaudience.readme;

import static io.github.thriveaudience.readme.Documents.FACADE;
import static io.github.thriveaudience.readme.Documents.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.ThriveEnvironment;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the tables of the facade's README against the code. */
class FacadeReadmeTest {
  private static final Path SOURCES = ROOT.resolve("facade/src/main/java/io/github/thriveaudience");

  /** Its test lists the jars that Maven resolves for a consumer. */
  private static final Path CONSUMER =
      ROOT.resolve(
          "integration-tests/src/consumers/plain/src/test/java/com/example/plain/RunTimeClassPathTest.java");

  @Test
  void settingsAreThoseOfTheBuilder() throws Exception {
    List<String> setters =
        Arrays.stream(AudienceMembersClient.Builder.class.getMethods())
            .filter(method -> method.getReturnType() == method.getDeclaringClass())
            .map(Method::getName)
            .toList();

    assertThat(names("Settings")).contains("baseUri").containsExactlyInAnyOrderElementsOf(setters);
  }

  @Test
  void environmentsAreThoseOfTheApi() throws Exception {
    List<String> rows =
        Arrays.stream(ThriveEnvironment.values())
            .map(each -> "| `" + each + "` | `" + each.apiBaseUri() + "` |")
            .toList();

    assertThat(Files.readString(FACADE)).contains(String.join("\n", rows) + "\n\n");
  }

  @Test
  void exceptionsAreThoseOfThePackage() throws Exception {
    String tree = Markdown.read(FACADE).blocks("text").findFirst().orElseThrow().text();

    try (Stream<Path> files = Files.list(SOURCES.resolve("error"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")))
          .filteredOn(name -> name.endsWith("Exception"))
          .containsExactlyInAnyOrderElementsOf(matches("(\\w+Exception)", tree));
    }
  }

  @Test
  void packagesAreThoseOfTheFacade() throws Exception {
    List<String> shown = names("Packages");

    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(files.filter(file -> file.endsWith("package-info.java")))
          .extracting(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
          .filteredOn(name -> !name.isEmpty())
          .containsExactlyInAnyOrderElementsOf(
              shown.stream().filter(name -> !name.equals("model")).toList());
    }
  }

  @Test
  void runTimeDependenciesAreThoseThatAConsumerGets() throws Exception {
    String consumer = Files.readString(CONSUMER);
    String list =
        consumer.substring(consumer.indexOf("List.of("), consumer.indexOf("Pattern.compile"));

    assertThat(matches("\"([a-z0-9-]+)\"", list))
        .filteredOn(name -> !name.equals("thrive-audience-facade"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            Markdown.read(FACADE).firstCells("Dependencies").stream()
                .filter(cell -> !cell.contains("optional"))
                .flatMap(cell -> Markdown.code(cell).stream())
                .toList());
  }

  /** The code spans in the first cells of a table. */
  private static List<String> names(String heading) throws IOException {
    return Markdown.read(FACADE).firstCells(heading).stream()
        .flatMap(cell -> Markdown.code(cell).stream())
        .toList();
  }

  private static List<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }
}
