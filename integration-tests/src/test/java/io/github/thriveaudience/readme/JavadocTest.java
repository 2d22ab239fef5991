package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.thriveaudience.contract.ContractWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compiles each snippet of the facade's Javadoc, and runs it against the stubs. */
class JavadocTest {
  @RegisterExtension static final ContractWatch CONTRACT = new ContractWatch();

  private static final Path SOURCES = Path.of("../facade/src/main/java/io/github/thriveaudience");
  private static final Pattern SNIPPET =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n[ *]*}</pre>", Pattern.DOTALL);

  /** The stubs have no token for it. */
  private static final String OF_WEBHOOKS = "AccessTokens.java, java 1";

  private static final SnippetServer SERVER = new SnippetServer(CONTRACT);

  /** The requests that a snippet sends, which tell that it has done something. */
  private static final Map<String, Integer> REQUESTS =
      Map.of(
          "AudienceMembersClient.java, java 1",
          1,
          "Members.java, java 1",
          6,
          "auth/OAuth2Credentials.java, java 1",
          0,
          "auth/package-info.java, java 1",
          0,
          "error/package-info.java, java 1",
          3,
          "micrometer/MicrometerListener.java, java 1",
          0,
          "package-info.java, java 1",
          2,
          "listing/package-info.java, java 1",
          3,
          OF_WEBHOOKS,
          1);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @TestFactory
  Stream<DynamicTest> snippet() throws IOException {
    return snippets().stream().map(block -> dynamicTest(block.name(), () -> run(block)));
  }

  @Test
  void hasTheSnippetsThatAreKnown() throws IOException {
    assertThat(snippets()).extracting(Block::name).containsAll(REQUESTS.keySet());
  }

  private static void run(Block block) {
    assertThat(REQUESTS.keySet()).as("snippets that are known").contains(block.name());
    scenario(block).runAsTest(block, SERVER);
  }

  private static Scenario scenario(Block block) {
    int requests = REQUESTS.get(block.name());
    Scenario scenario =
        Scenario.statements(
            "", (snippet, server) -> assertThat(server.requests()).hasSize(requests));
    return block.name().equals(OF_WEBHOOKS)
        ? scenario.given(ReadmeTest::issuesTokensOfWebhooks)
        : scenario;
  }

  private static List<Block> snippets() throws IOException {
    List<Block> snippets = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .forEach(file -> addSnippets(file, snippets));
    }
    return snippets;
  }

  private static void addSnippets(Path file, List<Block> snippets) {
    String place = SOURCES.relativize(file).toString().replace('\\', '/');
    Matcher found = SNIPPET.matcher(text(file));
    for (int number = 1; found.find(); number++) {
      String text = found.group(1).replaceAll("(?m)^ *\\* ?", "");
      snippets.add(new Block(place, number, "java", text));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
