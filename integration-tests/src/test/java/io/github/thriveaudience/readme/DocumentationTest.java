package io.github.thriveaudience.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what the texts for people say of the build against the build. */
class DocumentationTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path README = ROOT.resolve("README.md");
  private static final Path CONTRIBUTING = ROOT.resolve(".github/CONTRIBUTING.md");

  private static final String STRANGER =
      "integration-tests/src/consumers/plain/src/test/java/com/example/plain/RunTimeClassPathTest.java";

  /** A block in another language would not be looked at by any test. */
  private static final Set<String> LANGUAGES = Set.of("java", "shell", "text", "xml", "yaml");

  private static final Pattern PROFILES = Pattern.compile("-P([\\w,-]+)");
  private static final Pattern ARCHIVE =
      Pattern.compile(
          "(wiremock-standalone|thrive-audience-[a-z-]*[a-z])-(\\d[\\w.-]*?)(-stubs)?\\.jar");

  static List<Path> texts() throws IOException {
    List<Path> texts = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return Set.of("target", ".git", "node_modules")
                    .contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              texts.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return texts;
  }

  @Test
  void areFound() throws IOException {
    assertThat(texts()).contains(README, CONTRIBUTING);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void linksLeadSomewhere(Path file) throws IOException {
    for (String link : Markdown.read(file).links()) {
      URI uri = URI.create(link);
      if (uri.getScheme() == null) {
        Path target = uri.getPath().isEmpty() ? file : file.resolveSibling(uri.getPath());
        assertThat(target).as("%s of %s", link, file).exists();
        if (uri.getFragment() != null) {
          assertThat(Markdown.read(target).anchors()).as(link).contains(uri.getFragment());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void blocksAreInALanguageThatIsLookedAt(Path file) throws IOException {
    assertThat(Markdown.read(file).blocks()).extracting(Block::language).isSubsetOf(LANGUAGES);
  }

  @Test
  void dependenciesAreThoseOfTheBuild() throws IOException {
    Poms poms = new Poms(ROOT);
    List<Poms.Dependency> shown =
        Markdown.read(README)
            .blocks("xml")
            .flatMap(block -> Poms.dependencies(block.text()).stream())
            .toList();

    assertThat(shown).hasSizeGreaterThanOrEqualTo(3);
    for (Poms.Dependency dependency : shown) {
      assertThat(dependency.version()).as("%s", dependency).isEqualTo(poms.version(dependency));
      assertThat(poms.classifiers(dependency)).contains(dependency.classifier());
    }
  }

  @Test
  void archivesHaveTheVersionsOfTheBuild() throws IOException {
    Poms poms = new Poms(ROOT);
    Matcher archive = ARCHIVE.matcher(Files.readString(README));
    int archives = 0;
    for (; archive.find(); archives++) {
      assertThat(archive.group(2)).as(archive.group()).isEqualTo(poms.version(archive.group(1)));
    }
    assertThat(archives).isGreaterThanOrEqualTo(3);
  }

  @Test
  void settingsAreThoseOfTheBuilder() throws IOException {
    List<String> setters =
        Arrays.stream(AudienceMembersClient.Builder.class.getMethods())
            .filter(method -> method.getReturnType() == method.getDeclaringClass())
            .map(Method::getName)
            .toList();

    assertThat(Markdown.read(README).firstCells("Settings"))
        .extracting(cell -> cell.replace("`", ""))
        .containsExactlyInAnyOrderElementsOf(setters);
  }

  /** The stranger is held to just these. */
  @Test
  void runTimeDependenciesAreThoseThatAStrangerGets() throws IOException {
    String stranger = Files.readString(ROOT.resolve(STRANGER));
    List<String> arrived =
        Pattern.compile("\"([a-z0-9-]+)\"")
            .matcher(
                stranger.substring(
                    stranger.indexOf("List.of("), stranger.indexOf("Pattern.compile")))
            .results()
            .map(found -> found.group(1))
            .toList();

    List<String> named =
        Markdown.read(README).firstCells("What it depends on").stream()
            .flatMap(cell -> Markdown.code(cell).stream())
            .filter(name -> !name.equals("micrometer-core"))
            .toList();
    assertThat(named).isNotEmpty();
    assertThat(arrived)
        .filteredOn(name -> !name.equals("thrive-audience-facade"))
        .containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void profilesThatAreNamedExistAndThoseThatExistAreNamed() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Path file : List.of(README, CONTRIBUTING)) {
      Matcher profiles = PROFILES.matcher(Files.readString(file));
      while (profiles.find()) {
        named.addAll(List.of(profiles.group(1).split(",")));
      }
    }
    Poms poms = new Poms(ROOT);
    assertThat(poms.profiles()).containsAll(named);
    assertThat(named).containsAll(poms.profilesOfPeople());
  }
}
