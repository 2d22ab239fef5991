package com.example.plain;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the program in a process of its own, with the class path that Maven resolves. */
class RunTimeClassPathTest {
  @RegisterExtension
  static final WireMockExtension API =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().usingFilesUnderClasspath("thrive-audience/stubs"))
          .build();

  /** The dependencies in the table of the facade's README. */
  @Test
  void hasTheDependenciesOfTheReadmeOnly() throws IOException {
    assertEquals(
        List.of(
            "feign-core",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jspecify",
            "slf4j-api",
            "thrive-audience-facade",
            "thrive-audience-generated-client"),
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(runTimeClassPath())
            .map(RunTimeClassPathTest::artifact)
            .sorted()
            .toList());
  }

  @Test
  void listsMembers() throws Exception {
    List<String> printed = listMembers("tech-team");

    assertEquals(250, printed.size());
    assertEquals("user-0001@example.com", printed.get(0));
  }

  @Test
  void catchesAnErrorByItsType() throws Exception {
    assertEquals(List.of("There is no audience no-such-team"), listMembers("no-such-team"));
  }

  /** A repository's path ends with artifact, version, file. */
  private static String artifact(String jar) {
    return Path.of(jar).getParent().getParent().getFileName().toString();
  }

  private static List<String> listMembers(String audience) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/classes" + File.pathSeparator + runTimeClassPath(),
                ListMembers.class.getName(),
                API.baseUrl() + "/rest/v1",
                audience)
            .redirectError(Redirect.INHERIT)
            .start();
    List<String> printed = program.inputReader().lines().toList();
    assertEquals(0, program.waitFor());
    return printed;
  }

  private static String runTimeClassPath() throws IOException {
    return Files.readString(Path.of("target/run-time-class-path.txt")).strip();
  }
}
