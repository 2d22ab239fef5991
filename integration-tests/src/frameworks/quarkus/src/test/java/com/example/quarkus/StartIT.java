package com.example.quarkus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jar that Quarkus builds, with a setting that is wrong. */
class StartIT {
  @Test
  void doesNotStartWithASettingThatIsWrong() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=0",
                "-jar",
                "target/quarkus-app/quarkus-run.jar")
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(Map.of("THRIVE_TENANT_ID", "tenant", "THRIVE_API_SECRET", "secret\u0001"));
    Process process = builder.start();

    String printed = process.inputReader().lines().collect(Collectors.joining("\n"));

    assertEquals(1, process.waitFor(), printed);
    assertTrue(printed.contains("must not contain control characters"), printed);
  }
}
