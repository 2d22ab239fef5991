package io.github.thriveaudience.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedPomTest {
  @TempDir private Path folder;

  @Test
  void listsTheLibrariesOfUsers() throws Exception {
    Path pom =
        Files.writeString(
            folder.resolve("pom.xml"),
            """
            <project>
              <build><plugins><plugin><dependencies>
                <dependency><groupId>g</groupId><artifactId>of-a-plugin</artifactId></dependency>
              </dependencies></plugin></plugins></build>
              <dependencies>
                <dependency><groupId>g</groupId><artifactId>a</artifactId></dependency>
                <dependency><groupId>g</groupId><artifactId>t</artifactId><scope>test</scope></dependency>
                <dependency><groupId>g</groupId><artifactId>p</artifactId><scope>provided</scope></dependency>
              </dependencies>
            </project>
            """);

    assertThat(GeneratedPom.libraries(pom)).containsExactly("g.a");
  }
}
