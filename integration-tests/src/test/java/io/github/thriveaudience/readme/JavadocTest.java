package io.github.thriveaudience.readme;

import static io.github.thriveaudience.readme.Scenario.statements;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.thriveaudience.contract.ContractValidator;
import java.io.IOException;
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
  @RegisterExtension static final ContractValidator CONTRACT = new ContractValidator();

  private static final SnippetServer SERVER = new SnippetServer(CONTRACT);
  private static final Path SOURCES = Path.of("../facade/src/main/java/io/github/thriveaudience");
  private static final Pattern SNIPPET =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n[ *]*}</pre>", Pattern.DOTALL);

  /** Javadoc leaves them out. */
  private static final String IMPORTS =
      Stream.of("", ".auth", ".error", ".event", ".listing", ".micrometer", ".model")
          .map(name -> "import io.github.thriveaudience" + name + ".*;\n")
          .reduce("import java.util.*;\n", String::concat);

  /** How many requests each snippet sends. */
  private static final Map<String, Integer> REQUESTS =
      Map.ofEntries(
          entry("AccessTokens.java, java 1", 1),
          entry("AudienceMembersClient.java, java 1", 1),
          entry("ChangesOfEach.java, java 1", 3),
          entry("Members.java, java 1", 6),
          entry("MembersOfEach.java, java 1", 4),
          entry("auth/OAuth2Credentials.java, java 1", 0),
          entry("auth/package-info.java, java 1", 0),
          entry("error/package-info.java, java 1", 3),
          entry("listing/MembershipChanges.java, java 1", 3),
          entry("listing/MembershipState.java, java 1", 3),
          entry("listing/package-info.java, java 1", 3),
          entry("micrometer/MicrometerListener.java, java 1", 0),
          entry("micrometer/ObservationListener.java, java 1", 0),
          entry("package-info.java, java 1", 2));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @TestFactory
  Stream<DynamicTest> snippet() throws IOException {
    return snippets().stream().map(block -> dynamicTest(block.name(), () -> run(block)));
  }

  private static void run(Block block) {
    assertThat(REQUESTS).as("snippets").containsKey(block.name());
    statements("assertThat(requests()).hasSize(%d);".formatted(REQUESTS.get(block.name())))
        .given(Responses::issuesTokensOfWebhooks)
        .runAsTest(block, SERVER);
  }

  @Test
  void theSnippetsAreKnown() throws IOException {
    assertThat(snippets())
        .extracting(Block::name)
        .containsExactlyInAnyOrderElementsOf(REQUESTS.keySet());
  }

  private static List<Block> snippets() throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(SOURCES)) {
      files = found.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    List<Block> snippets = new ArrayList<>();
    for (Path file : files) {
      String place = SOURCES.relativize(file).toString().replace('\\', '/');
      Matcher found = SNIPPET.matcher(Files.readString(file));
      for (int number = 1; found.find(); number++) {
        String text = found.group(1).replaceAll("(?m)^ *\\* ?", "");
        snippets.add(new Block(place, number, "java", IMPORTS + text));
      }
    }
    return snippets;
  }
}
