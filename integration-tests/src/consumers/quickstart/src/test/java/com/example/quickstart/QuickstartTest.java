package com.example.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.thriveaudience.quickstart.Quickstart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
  @TempDir Path folder;

  @Test
  void listsMembersFromTheJarOfTheStubs() throws Exception {
    assertEquals(251, run("tech-team", "csv", "basic").size());
    assertEquals(251, run("tech-team", "csv", "oauth2").size());
  }

  @Test
  void printsChangesOfTheJarOfTheStubs() throws Exception {
    String state = folder.resolve("state.jsonl").toString();

    assertEquals(251, run("changing-team", "csv", "basic", state).size());
    assertEquals(10, run("changing-team", "csv", "basic", state).size());
  }

  private List<String> run(String... arguments) throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Quickstart.class.getName())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    program.command().addAll(List.of(arguments));
    program.environment().keySet().removeIf(name -> name.startsWith("THRIVE_"));

    assertEquals(0, program.start().waitFor());
    return Files.readAllLines(output);
  }
}
