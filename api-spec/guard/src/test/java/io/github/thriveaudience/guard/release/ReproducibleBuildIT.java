package io.github.thriveaudience.guard.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Builds a release twice in different environments and compares the published files. */
class ReproducibleBuildIT {
  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path WORK = PROJECT.resolve("target/reproducible");

  private static PublishedFiles first;
  private static PublishedFiles second;

  @BeforeAll
  static void build() throws IOException {
    first = BuildEnvironment.first().release(PROJECT, WORK);
    second = BuildEnvironment.second().release(PROJECT, WORK);
  }

  @Test
  void buildsTheSameBytes() throws IOException {
    assertThat(first.differencesTo(second)).isEmpty();
  }

  @Test
  void buildsExactlyThePublishedFiles() {
    List<String> expected = new ArrayList<>();
    for (String module :
        List.of("api-spec", "facade", "generated-client", "spring-boot-starter", "testing")) {
      for (String end :
          List.of(
              ".jar",
              ".pom",
              "-sources.jar",
              "-javadoc.jar",
              "-cyclonedx.json",
              "-cyclonedx.xml")) {
        expected.add(module + end);
      }
    }
    expected.add("api-spec-stubs.jar");

    assertThat(first.names().stream().map(ReproducibleBuildIT::withoutVersion))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void addsFourChecksumsToEachFile() {
    assertThat(first.checksums())
        .containsExactlyInAnyOrderElementsOf(
            first.names().stream()
                .flatMap(
                    name ->
                        List.of("md5", "sha1", "sha256", "sha512").stream()
                            .map(kind -> name + "." + kind))
                .toList());
  }

  private static String withoutVersion(String name) {
    return name.replaceFirst("^thrive-audience-", "").replaceFirst("-\\d+\\.\\d+\\.\\d+", "");
  }
}
