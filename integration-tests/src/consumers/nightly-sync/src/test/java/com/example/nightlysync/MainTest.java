package com.example.nightlysync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the program in a process of its own. */
class MainTest {
  @Test
  void namesTheSettingThatIsMissing() throws Exception {
    Process program = start(Map.of("THRIVE_ENVIRONMENT", "STAGING"));

    assertThat(program.errorReader().lines()).anyMatch(line -> line.contains("THRIVE_TENANT_ID"));
    assertThat(program.waitFor()).isEqualTo(NightlySync.FIX_CONFIGURATION);
  }

  @Test
  void failsWithoutADatabase() throws Exception {
    Map<String, String> settings =
        Map.of(
            "THRIVE_ENVIRONMENT", "STAGING",
            "THRIVE_TENANT_ID", "eu-west-2_Quickstart",
            "THRIVE_API_SECRET", "quickstart-secret",
            "JDBC_URL", "jdbc:h2:mem:empty");
    Process program = start(settings);

    assertThat(program.errorReader().lines()).anyMatch(line -> line.contains("SQLException"));
    assertThat(program.waitFor()).isEqualTo(1);
  }

  private static Process start(Map<String, String> settings) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            NightlySync.class.getName());
    builder.environment().clear();
    builder.environment().putAll(settings);
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }
}
