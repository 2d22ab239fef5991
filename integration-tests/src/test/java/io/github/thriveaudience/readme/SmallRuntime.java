package io.github.thriveaudience.readme;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.auth.Credentials;
import io.github.thriveaudience.testing.ThriveStubs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A program on the class path of a JDK that lacks modules, as {@code jlink} makes it. */
final class SmallRuntime {
  private SmallRuntime() {}

  /**
   * Reads a page in another process.
   *
   * @param modules the modules of the JDK, separated by commas
   * @return what it writes
   */
  static String reading(SnippetServer server, String modules)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                modules,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SmallRuntime.class.getName(),
                server.baseUri().toString())
            .redirectErrorStream(true)
            .start();
    String written = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return written;
  }

  /** Uses no class of the stubs: they need more modules. */
  public static void main(String[] arguments) {
    try (AudienceMembersClient client =
        AudienceMembersClient.builder()
            .baseUri(URI.create(arguments[0]))
            .credentials(Credentials.basic(ThriveStubs.TENANT_ID, ThriveStubs.API_SECRET))
            .build()) {
      System.out.println(client.members("one-member-team").page(1).members().size() + " member");
    }
  }
}
