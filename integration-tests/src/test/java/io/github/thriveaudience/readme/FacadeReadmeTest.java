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
import java.util.regex.MatchResult;
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
    assertThat(names("Environments"))
        .containsExactlyElementsOf(
            Arrays.stream(ThriveEnvironment.values()).map(Enum::name).toList());
    assertThat(Files.readString(FACADE))
        .contains(
            Arrays.stream(ThriveEnvironment.values())
                .map(each -> "| `" + each + "` | `" + each.apiBaseUri() + "` |")
                .toList());
  }

  @Test
  void exceptionsAreThoseOfThePackage() throws Exception {
    Block tree = Markdown.read(FACADE).blocks("text").filter(this::isOfErrors).findFirst().get();
    List<String> named =
        Pattern.compile("\\w+Exception")
            .matcher(tree.text())
            .results()
            .map(MatchResult::group)
            .toList();

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            files("error").filter(name -> name.endsWith("Exception")).toList());
  }

  private boolean isOfErrors(Block block) {
    return block.place().equals("Errors");
  }

  @Test
  void packagesAreThoseOfTheFacade() throws Exception {
    List<String> handWritten =
        names("Packages").stream().filter(name -> !name.equals("model")).toList();
    List<String> existing;
    try (Stream<Path> found = Files.walk(SOURCES)) {
      existing =
          found
              .filter(file -> file.endsWith("package-info.java"))
              .map(file -> SOURCES.relativize(file.getParent()).toString())
              .map(name -> name.replace('/', '.').replace('\\', '.'))
              .filter(name -> !name.isEmpty())
              .toList();
    }
    assertThat(handWritten).containsExactlyInAnyOrderElementsOf(existing);
  }

  @Test
  void runTimeDependenciesAreThoseThatAConsumerGets() throws Exception {
    String consumer = Files.readString(CONSUMER);
    String list =
        consumer.substring(consumer.indexOf("List.of("), consumer.indexOf("Pattern.compile"));
    List<String> resolved =
        Pattern.compile("\"([a-z0-9-]+)\"")
            .matcher(list)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(names("Dependencies"))
        .filteredOn(name -> !name.equals("micrometer-core"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            resolved.stream().filter(name -> !name.equals("thrive-audience-facade")).toList());
  }

  /** The code spans in the first cells of a table. */
  private static List<String> names(String heading) throws IOException {
    return Markdown.read(FACADE).firstCells(heading).stream()
        .flatMap(cell -> Markdown.code(cell).stream())
        .toList();
  }

  private static Stream<String> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .toList()
          .stream();
    }
  }
}
