package io.github.thriveaudience.guard.release;

import io.github.thriveaudience.guard.impact.MavenBuild;
import io.github.thriveaudience.guard.impact.ProjectCopy;
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
 * The properties that can differ between two builds of the same commit.
 *
 * @param place the folder of the project, relative to a given one
 * @param options the options of each Java process
 * @param environment the environment variables
 * @param umask the permissions that new files do not get
 * @param permissions the permissions of the project's files
 * @param lastModified the modification time of the project's files
 */
record BuildEnvironment(
    String place,
    String options,
    Map<String, String> environment,
    String umask,
    String permissions,
    Instant lastModified) {

  /** The last modules that are published; the others are built before them. */
  private static final String PUBLISHED = "facade/testing,facade/spring-boot-starter";

  static BuildEnvironment first() {
    return new BuildEnvironment(
        "one",
        "-Duser.timezone=UTC -Duser.language=en -Duser.country=US -Duser.name=one",
        Map.of("TZ", "UTC", "LC_ALL", "C", "USER", "one"),
        "022",
        "rw-r--r--",
        Instant.parse("2026-01-02T03:04:06Z"));
  }

  /**
   * As different from the first as possible: another date, other digits and letters. Not Turkish,
   * in which the publishing plugin does not recognize its own options.
   */
  static BuildEnvironment second() {
    return new BuildEnvironment(
        "at another/place",
        "-Duser.timezone=Pacific/Kiritimati -Duser.language=ar -Duser.country=EG"
            + " -Duser.name=another -Dfile.encoding=ISO-8859-6",
        Map.of("TZ", "Pacific/Kiritimati", "LC_ALL", "ar_EG", "USER", "another"),
        "077",
        "rw-------",
        Instant.parse("2001-12-31T23:59:58Z"));
  }

  /** Builds the files that a release would send, with their checksums. */
  PublishedFiles release(Path project, Path work) throws IOException {
    ProjectCopy copy = ProjectCopy.copyOf(project, work.resolve(place));
    withoutSnapshot(copy.folder());
    touch(copy.folder());
    Path maven = mavenWithUmask(work.resolve(place + "-maven.sh"));
    MavenBuild.Outcome build =
        MavenBuild.run(
            copy.folder(),
            List.of("deploy", "-P", "release,!sign", "-pl", PUBLISHED, "--also-make"),
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
    // Also for the processes that Maven starts.
    request.addShellEnvironment("JAVA_TOOL_OPTIONS", options);
  }

  private Path mavenWithUmask(Path script) throws IOException {
    String maven = Path.of(System.getProperty("maven.home"), "bin", "mvn").toString();
    Files.writeString(script, "#!/bin/sh\numask " + umask + "\nexec '" + maven + "' \"$@\"\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  /** Snapshots are not sent. */
  private static void withoutSnapshot(Path project) throws IOException {
    try (var files = Files.find(project, 3, (file, what) -> file.endsWith("pom.xml"))) {
      for (Path pom : files.toList()) {
        Files.writeString(pom, Files.readString(pom).replace("-SNAPSHOT</version>", "</version>"));
      }
    }
  }

  private void touch(Path project) throws IOException {
    try (var files = Files.find(project, 99, (file, what) -> what.isRegularFile())) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        Files.setLastModifiedTime(file, FileTime.from(lastModified));
      }
    }
  }
}
