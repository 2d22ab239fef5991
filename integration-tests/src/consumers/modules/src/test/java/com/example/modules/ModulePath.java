package com.example.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program with the module path that Maven resolves for its run time. */
final class ModulePath {
  private ModulePath() {}

  static String ofLibraries() throws IOException {
    return Files.readString(Path.of("target/run-time-class-path.txt")).strip();
  }

  /** The lines that a program of this module prints, in a process of its own. */
  static List<String> run(Class<?> program, String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                "target/classes" + File.pathSeparator + ofLibraries(),
                "--module",
                "com.example.modules/" + program.getName()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    List<String> printed = process.inputReader().lines().toList();
    assertEquals(0, process.waitFor());
    return printed;
  }
}
