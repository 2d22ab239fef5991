package com.example.runtimeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** A Java that jlink makes, with the modules that a program needs. */
record RuntimeImage(Path folder) {
  private static final String PROGRAM = "com.example.runtimeimage.ListMembers";
  private static final String LIBRARIES = libraries();

  private static String libraries() {
    try {
      return "target/classes"
          + File.pathSeparator
          + Files.readString(Path.of("target/run-time-class-path.txt")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With the program and its libraries. */
  static RuntimeImage ofProgram(Path folder) {
    return link(
        folder,
        "--module-path",
        LIBRARIES,
        "--add-modules",
        "com.example.runtimeimage,jdk.crypto.ec,org.slf4j.jul");
  }

  /** With modules of the JDK only, for programs on the class path. */
  static RuntimeImage ofJdk(Path folder, String modules) {
    return link(folder, "--add-modules", modules);
  }

  private static RuntimeImage link(Path folder, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--strip-debug", "--no-header-files", "--no-man-pages"));
    arguments.addAll(List.of("--output", folder.toString()));
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
    assertEquals(0, jlink.run(System.out, System.err, arguments.toArray(String[]::new)));
    return new RuntimeImage(folder);
  }

  /** What the program prints that is a module of the image. */
  List<String> run(Map<String, String> settings, List<String> options, String audience)
      throws IOException {
    return run(
        settings, options, List.of("--module", "com.example.runtimeimage/" + PROGRAM), audience);
  }

  /** What the program prints on the class path. */
  List<String> runOnClassPath(Map<String, String> settings, List<String> options, String audience)
      throws IOException {
    return run(settings, options, List.of("--class-path", LIBRARIES, PROGRAM), audience);
  }

  private List<String> run(
      Map<String, String> settings, List<String> options, List<String> program, String audience)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("bin/java").toString()));
    command.addAll(options);
    command.addAll(program);
    command.add(audience);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(settings);
    try (var lines = builder.start().inputReader().lines()) {
      return lines.toList();
    }
  }
}
