package io.github.thriveaudience.spec.release;

import io.github.thriveaudience.spec.impact.Maven;
import io.github.thriveaudience.spec.impact.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.maven.shared.invoker.InvocationRequest;

/**
 * What can differ between two people who build the same commit.
 *
 * @param place the folder that the project is in, below a given one
 * @param options of each Java process
 * @param environment what the processes find in their environment
 * @param umask which rights new files do not have
 * @param rights of the project's files
 * @param lastModified when the project's files were written
 */
record Surroundings(
    String place,
    String options,
    Map<String, String> environment,
    String umask,
    String rights,
    Instant lastModified) {

  static Surroundings ofOne() {
    return new Surroundings(
        "one",
        "-Duser.timezone=UTC -Duser.language=en -Duser.country=US -Duser.name=one",
        Map.of("TZ", "UTC", "LC_ALL", "C", "USER", "one"),
        "022",
        "rw-r--r--",
        Instant.parse("2026-01-02T03:04:06Z"));
  }

  /**
   * As far from the first as can be: another day, digits and letters. Not in Turkish, where the
   * plugin that sends a release does not know its own options.
   */
  static Surroundings ofAnother() {
    return new Surroundings(
        "at another/place",
        "-Duser.timezone=Pacific/Kiritimati -Duser.language=ar -Duser.country=EG"
            + " -Duser.name=another -Dfile.encoding=ISO-8859-6",
        Map.of("TZ", "Pacific/Kiritimati", "LC_ALL", "ar_EG", "USER", "another"),
        "077",
        "rw-------",
        Instant.parse("2001-12-31T23:59:58Z"));
  }

  /** Makes what would be sent, with all its checksums, as a release. */
  PublishedFiles release(Path project, Path work) throws IOException {
    Workspace copy = Workspace.copyOf(project, work.resolve(place));
    withoutSnapshot(copy.folder());
    touch(copy.folder());
    Path maven = mavenWithUmask(work.resolve(place + "-maven.sh"));
    Maven.Outcome build =
        Maven.run(
            copy.folder(),
            List.of("deploy", "-P", "release,!sign", "-pl", "api-spec,facade", "--also-make"),
            request -> apply(request, maven),
            "skipTests=true",
            "spotless.check.skip=true",
            "skipUpload=true");
    if (!build.succeeded()) {
      throw new AssertionError(String.join("\n", build.output()));
    }
    return PublishedFiles.in(copy.folder().resolve("target/central-staging"));
  }

  private void apply(InvocationRequest request, Path maven) {
    request.setMavenExecutable(maven.toFile());
    environment.forEach(request::addShellEnvironment);
    // For the tools that Maven starts, too.
    request.addShellEnvironment("JAVA_TOOL_OPTIONS", options);
  }

  private Path mavenWithUmask(Path script) throws IOException {
    String maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
    Files.writeString(script, "#!/bin/sh\numask " + umask + "\nexec '" + maven + "' \"$@\"\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  /** A snapshot would not be sent. */
  private static void withoutSnapshot(Path project) throws IOException {
    try (var files = Files.find(project, 2, (file, what) -> file.endsWith("pom.xml"))) {
      for (Path pom : files.toList()) {
        Files.writeString(pom, Files.readString(pom).replace("-SNAPSHOT</version>", "</version>"));
      }
    }
  }

  private void touch(Path project) throws IOException {
    try (var files = Files.find(project, 99, (file, what) -> what.isRegularFile())) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        Files.setLastModifiedTime(file, FileTime.from(lastModified));
      }
    }
  }
}
