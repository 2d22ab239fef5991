package io.github.thriveaudience.spec.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Makes a release twice, as two people would, and compares what they would send. */
class ReproducibleBuildIT {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Path WORK = PROJECT.resolve("target/reproducible");

  private static PublishedFiles one;
  private static PublishedFiles another;

  @BeforeAll
  static void build() throws IOException {
    one = Surroundings.ofOne().release(PROJECT, WORK);
    another = Surroundings.ofAnother().release(PROJECT, WORK);
  }

  @Test
  void givesTheSameBytesWhoeverBuilds() throws IOException {
    assertThat(one.differencesTo(another)).isEmpty();
  }

  @Test
  void makesAllThatIsToBePublishedAndNothingElse() {
    List<String> expected = new ArrayList<>();
    for (String module : List.of("api-spec", "facade", "generated-client")) {
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

    assertThat(one.names().stream().map(ReproducibleBuildIT::withoutVersion))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void givesEachFileFourChecksums() {
    assertThat(one.checksums())
        .containsExactlyInAnyOrderElementsOf(
            one.names().stream()
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
