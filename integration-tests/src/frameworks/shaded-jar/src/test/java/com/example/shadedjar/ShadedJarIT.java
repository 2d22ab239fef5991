package com.example.shadedjar;

import static io.github.thriveaudience.testing.Scenarios.failsOnce;
import static io.github.thriveaudience.testing.Scenarios.members;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.thriveaudience.model.AudienceMember;
import io.github.thriveaudience.testing.ThriveStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShadedJarIT {
  private static final Path JAR = Path.of("target/shaded-jar-1.0.0.jar");

  @RegisterExtension static final ThriveStubs STUBS = ThriveStubs.start();

  /** With the readers of its records, and the backend of its logs. */
  @Test
  void listsMembersAndLogsARetry() throws Exception {
    AudienceMember member =
        AudienceMember.builder().userId("id-1").additionalProperty("locale", "en-GB").build();
    STUBS.given("a-team", members(List.of(member)), failsOnce(503));

    Run run = run("a-team");

    assertEquals(0, run.exitCode(), run.logged());
    assertEquals(List.of("id-1 {locale=en-GB}"), run.printed());
    assertTrue(run.logged().contains("503"), run.logged());
    assertTrue(
        userAgent()
            .startsWith("thrive-audience-java/" + System.getProperty("client.version") + " "),
        userAgent());
  }

  @Test
  void catchesAnError() throws Exception {
    Run run = run("no-such-team");

    assertEquals(1, run.exitCode());
    assertTrue(
        run.printed().get(0).contains("there is no audience with this id"), run.printed().get(0));
  }

  @Test
  void keepsItsLibrariesApart() throws IOException {
    Set<String> packages = new TreeSet<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .forEach(name -> packages.add(name.replaceFirst("^(\\w+/\\w+/\\w+)/.*", "$1")));
    }

    assertEquals(
        Set.of(
            "com/example/shaded",
            "com/example/shadedjar",
            "io/github/thriveaudience",
            "org/jspecify/annotations"),
        packages);
  }

  private static String userAgent() {
    return STUBS.wireMock().getAllServeEvents().get(0).getRequest().getHeader("User-Agent");
  }

  private static Run run(String audience) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR.toString(),
            audience);
    builder
        .environment()
        .putAll(
            Map.of(
                "BASE_URI", STUBS.url().toString(),
                "TOKEN_URI", STUBS.tokenUrl().toString(),
                "TENANT_ID", ThriveStubs.TENANT_ID,
                "CLIENT_ID", ThriveStubs.CLIENT_ID,
                "CLIENT_SECRET", ThriveStubs.CLIENT_SECRET));
    Process process = builder.redirectError(Path.of("target/logged.txt").toFile()).start();
    List<String> printed = process.inputReader().lines().toList();
    int exitCode = process.waitFor();
    return new Run(exitCode, printed, Files.readString(Path.of("target/logged.txt")));
  }

  private record Run(int exitCode, List<String> printed, String logged) {}
}
