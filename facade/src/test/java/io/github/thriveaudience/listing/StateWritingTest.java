package io.github.thriveaudience.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the file of a state is replaced. */
class StateWritingTest {
  private static final MembershipState OLD = state(3);
  private static final MembershipState NEW = state(4);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("sales.jsonl");
  }

  @AfterEach
  void leavesNoInterrupt() {
    Thread.interrupted();
  }

  @Test
  void replacesTheFileAndLeavesNoOther() throws IOException {
    OLD.write(file);
    NEW.write(file);

    assertThat(MembershipState.read(file)).isEqualTo(NEW);
    assertThat(files()).containsExactly("sales.jsonl");
  }

  @Test
  void onlyTheOwnerCanReadTheFile() throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));

    NEW.write(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void replacesWhatASymbolicLinkPointsTo() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real")).resolve("state");
    OLD.write(real);
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("real/state"));
    Path second = Files.createSymbolicLink(folder.resolve("second"), first.toAbsolutePath());

    NEW.write(second);

    assertThat(MembershipState.read(real)).isEqualTo(NEW);
    assertThat(MembershipState.readOrEmpty(second)).isEqualTo(NEW);
    assertThat(first).isSymbolicLink();
    assertThat(second).isSymbolicLink();
  }

  @Test
  void makesTheFileThatASymbolicLinkPointsTo() throws IOException {
    Path link = Files.createSymbolicLink(file, Path.of("later"));
    assertThat(MembershipState.readOrEmpty(link).size()).isZero();

    NEW.write(link);

    assertThat(link).isSymbolicLink();
    assertThat(MembershipState.read(folder.resolve("later"))).isEqualTo(NEW);
  }

  @Test
  void refusesLinksThatGoInCircles() throws IOException {
    Files.createSymbolicLink(file, folder.resolve("other"));
    Files.createSymbolicLink(folder.resolve("other"), file);

    assertRefused(file, "cannot be written", "Mend that, or name another file.");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> MembershipState.readOrEmpty(file));
  }

  @Test
  void writesToARelativePath() throws IOException {
    Path relative = Path.of("").toAbsolutePath().relativize(file);

    NEW.write(relative);

    assertThat(MembershipState.read(relative)).isEqualTo(NEW);
  }

  @Test
  void refusesAFolder() {
    assertRefused(folder, "is not a regular file", "Name a file.");
    assertRefused(folder.getRoot(), "is not a regular file", "Name a file.");
    assertRefused(Path.of(""), "is not a regular file", "Name a file.");
  }

  @Test
  void refusesAMissingFolder() {
    assertRefused(
        folder.resolve("missing/sales.jsonl"),
        "is in a folder that does not exist",
        "Check the path, or create the folder.");
  }

  @Test
  void refusesToReplaceAFileThatIsReadOnly() throws IOException {
    OLD.write(file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assumeFalse(Files.isWritable(file), "root writes any file");

    assertRefused(file, "is read-only", "name another file");
    assertThat(MembershipState.read(file)).isEqualTo(OLD);
  }

  @Test
  void refusesAFolderThatThisUserMustNotWriteTo() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    assumeFalse(Files.isWritable(folder), "root writes to any folder");

    assertRefused(file, "permission denied", "Allow the user of this process to write");
  }

  /** Several processes do not disturb each other either: each writes a file of its own. */
  @Test
  void concurrentWritersLeaveOneOfTheirStates() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running =
          IntStream.range(0, 40)
              .<Future<?>>mapToObj(i -> writers.submit(() -> (i % 2 == 0 ? OLD : NEW).write(file)))
              .toList();
      for (Future<?> writer : running) {
        writer.get();
        assertThat(MembershipState.read(file)).isIn(OLD, NEW);
      }
    } finally {
      writers.shutdown();
    }
    assertThat(files()).containsExactly("sales.jsonl");
  }

  /** The changes are applied already: losing them to an interrupt would repeat them. */
  @Test
  void writesThoughTheThreadWasInterrupted() {
    Thread.currentThread().interrupt();

    NEW.write(file);

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(MembershipState.read(file)).isEqualTo(NEW);
  }

  @Test
  void removesWhatAKilledProcessLeftAnHourAgo() throws IOException {
    String random = ".sales.jsonl.01234567-89ab-cdef-0123-456789abcdef.tmp";
    leave(random, Duration.ofMinutes(61));
    leave(random.replace("01", "02"), Duration.ofMinutes(59));
    leave(random.replace("sales", "board"), Duration.ofDays(1));
    leave(".sales.jsonl.backup.tmp", Duration.ofDays(1));
    leave(".sales.jsonl.tmp", Duration.ofDays(1));
    leave("sales.jsonl.bak", Duration.ofDays(1));

    NEW.write(file);

    assertThat(files())
        .containsExactlyInAnyOrder(
            "sales.jsonl",
            random.replace("01", "02"),
            random.replace("sales", "board"),
            ".sales.jsonl.backup.tmp",
            ".sales.jsonl.tmp",
            "sales.jsonl.bak");
  }

  private void leave(String name, Duration age) throws IOException {
    Path left = Files.createFile(folder.resolve(name));
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(age)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  private static void assertRefused(Path file, String... parts) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> NEW.write(file))
        .withMessageStartingWith("The state file " + file + " ")
        .withMessageContainingAll(parts);
  }

  private static MembershipState state(int members) {
    return MembershipState.of(
        "sales",
        "EU",
        Instant.EPOCH,
        Verdict.CONSISTENT,
        IntStream.range(0, members)
            .mapToObj(id -> AudienceMember.builder().userId("u" + id).build())
            .toList());
  }
}
