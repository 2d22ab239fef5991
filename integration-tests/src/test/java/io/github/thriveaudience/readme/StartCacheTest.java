package io.github.thriveaudience.readme;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Feign;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.testing.ThriveStubs;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;

/** Runs the commands under "Cold starts" as they are written, and checks what they promise. */
class StartCacheTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

  /** A class of each jar that a client needs. */
  private static final List<Class<?>> NEEDED =
      List.of(
          AudienceMembersClient.class,
          MembersApi.class,
          Feign.class,
          ObjectMapper.class,
          JsonFactory.class,
          JsonProperty.class,
          NullMarked.class,
          Logger.class);

  private static final String JOB =
      """
      package com.example;

      import io.github.thriveaudience.AudienceMembersClient;
      import io.github.thriveaudience.auth.Credentials;
      import java.net.URI;

      class Job {
        public static void main(String[] arguments) {
          try (AudienceMembersClient thrive =
              AudienceMembersClient.builder()
                  .baseUri(URI.create(System.getenv("STUBS")))
                  .credentials(Credentials.basic(System.getenv("TENANT"), System.getenv("SECRET")))
                  .build()) {
            System.out.println(thrive.members("tech-team").iterator().next().userId());
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void thereAreTwoBlocksOfTwoCommands() throws IOException {
    assertThat(blocks())
        .extracting(StartCacheTest::commands)
        .hasSize(2)
        .allSatisfy(two -> assertThat(two).hasSize(2));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void theSecondCommandLoadsTheClassesThatTheFirstOneKept(Block block) throws Exception {
    assumeTrue(Runtime.version().feature() >= (block.number() == 1 ? 17 : 25));
    Path app = Files.createDirectory(folder.resolve("app"));
    for (Class<?> needed : NEEDED) {
      addTo(app, needed);
    }
    addTo(app, SnippetCompiler.compile(JOB));

    String first = run(commands(block).get(0), "");
    String second = run(commands(block).get(1), "-Xlog:class+load:file=load.log");

    assertThat(second).matches("[0-9a-f]{24}");
    assertThat(first).contains(second);
    assertThat(Files.readAllLines(folder.resolve("load.log")))
        .filteredOn(line -> line.contains(" io.github.thriveaudience.AudienceMembersClient source"))
        .singleElement()
        .asString()
        .contains("shared objects file");
  }

  static List<Block> blocks() throws IOException {
    return Markdown.read(Documents.FACADE)
        .blocks("shell")
        .filter(block -> block.place().equals("Cold starts"))
        .toList();
  }

  private static List<String> commands(Block block) {
    return block.text().lines().toList();
  }

  /** Folders cannot be kept, so they become jars. */
  private static void addTo(Path app, Class<?> needed) throws IOException, URISyntaxException {
    Path source = Path.of(needed.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = app.resolve(needed.getSimpleName() + ".jar");
    if (Files.isDirectory(source)) {
      ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
      int status =
          tool.run(System.out, System.err, "-cf", jar.toString(), "-C", source.toString(), ".");
      assertThat(status).isZero();
    } else {
      Files.copy(source, jar);
    }
  }

  private String run(String command, String options) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("error.log").toFile());
    builder.environment().put("JAVA_TOOL_OPTIONS", options);
    builder.environment().merge("PATH", "", (path, none) -> JAVA + File.pathSeparator + path);
    try (ThriveStubs stubs = ThriveStubs.start()) {
      builder.environment().put("STUBS", stubs.url().toString());
      builder.environment().put("TENANT", ThriveStubs.TENANT_ID);
      builder.environment().put("SECRET", ThriveStubs.API_SECRET);
      Process process = builder.start();
      try (Stream<String> lines = process.inputReader().lines()) {
        String output = lines.collect(joining("\n"));
        assertThat(process.waitFor()).as(Files.readString(folder.resolve("error.log"))).isZero();
        return output;
      }
    }
  }
}
