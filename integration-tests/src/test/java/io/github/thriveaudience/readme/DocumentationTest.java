package io.github.thriveaudience.readme;

import static io.github.thriveaudience.readme.Documents.CONTRIBUTING;
import static io.github.thriveaudience.readme.Documents.FACADE;
import static io.github.thriveaudience.readme.Documents.README;
import static io.github.thriveaudience.readme.Documents.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Node;

/** Holds links, versions and commands of the Markdown files against the build. */
class DocumentationTest {
  /** A block in another language would not be checked by any test. */
  private static final Set<String> LANGUAGES =
      Set.of("java", "kotlin", "shell", "text", "xml", "yaml");

  private static final Pattern PROFILES = Pattern.compile("-P([\\w,-]+)");
  private static final Pattern JAR =
      Pattern.compile(
          "(wiremock-standalone|thrive-audience-[a-z-]*[a-z])-(\\d[\\w.-]*?)(-stubs)?\\.jar");

  static List<Path> documents() throws Exception {
    return Documents.all();
  }

  @Test
  void documentsAreFound() throws Exception {
    assertThat(documents()).contains(README, FACADE, CONTRIBUTING);
  }

  @Test
  void readmeCanBeReadInThreeMinutes() throws Exception {
    assertThat(Files.readString(README).strip().split("\\s+")).hasSizeLessThanOrEqualTo(1200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api-spec", "facade", "generated-client", "integration-tests"})
  void everyModuleSaysWhereToStart(String module) throws Exception {
    assertThat(Files.readString(ROOT.resolve(module).resolve("README.md")))
        .contains("What never goes here", "Where to start");
    assertThat(Markdown.read(README).links()).contains(module + "/README.md");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(Path file) throws Exception {
    for (String link : Markdown.read(file).links()) {
      URI uri = URI.create(link);
      if (uri.getScheme() == null) {
        Path target = uri.getPath().isEmpty() ? file : file.resolveSibling(uri.getPath());
        assertThat(target).as("%s of %s", link, file).exists();
        if (uri.getFragment() != null) {
          assertThat(Markdown.read(target).anchors())
              .as("%s of %s", link, file)
              .contains(uri.getFragment());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void blocksAreInALanguageThatIsChecked(Path file) throws Exception {
    assertThat(Markdown.read(file).blocks()).extracting(Block::language).isSubsetOf(LANGUAGES);
  }

  @Test
  void dependenciesAreThoseOfTheBuild() throws Exception {
    int checked = 0;
    for (Path file : documents()) {
      for (Block block : Markdown.read(file).blocks("xml").toList()) {
        for (Node shown : Poms.nodes(Poms.parsed("<x>" + block.text() + "</x>"), "//dependency")) {
          isOfTheBuild(shown);
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(3);
  }

  private static void isOfTheBuild(Node shown) throws Exception {
    String artifact = Poms.text(shown, "artifactId");
    String group = Poms.text(shown, "groupId");
    assertThat(Poms.text(shown, "version"))
        .as(artifact)
        .isNotEmpty()
        .isEqualTo(Poms.version("groupId='" + group + "' and artifactId='" + artifact + "'"));
    String classifier = Poms.text(shown, "classifier");
    if (!classifier.isEmpty()) {
      String module = artifact.replace("thrive-audience-", "");
      assertThat(Poms.texts(Poms.pom(module), "//classifier")).contains(classifier);
    }
  }

  @Test
  void jarsHaveTheVersionsOfTheBuild() throws Exception {
    int checked = 0;
    for (Path file : documents()) {
      Matcher jar = JAR.matcher(Files.readString(file));
      for (; jar.find(); checked++) {
        String version = Poms.version("artifactId='" + jar.group(1) + "'");
        assertThat(jar.group(2)).as(jar.group()).isEqualTo(version);
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(3);
  }

  @Test
  void profilesThatAreNamedExistAndThoseThatExistAreNamed() throws Exception {
    Set<String> named = new TreeSet<>();
    for (Path file : documents()) {
      Matcher profiles = PROFILES.matcher(Files.readString(file));
      while (profiles.find()) {
        named.addAll(List.of(profiles.group(1).split(",")));
      }
    }
    Node pom = Poms.pom("");
    assertThat(Poms.texts(pom, "//profile/id")).containsAll(named);
    assertThat(named).containsAll(Poms.texts(pom, "//profile[not(activation)]/id"));
  }
}
