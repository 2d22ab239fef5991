package io.github.thriveaudience.internal.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that fails leaves the old file. */
class AtomicFileTest {
  private static final StateHeader HEADER = new StateHeader(null, null, null, null, false, 1);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeTheOldFile() throws IOException {
    file = Files.writeString(folder.resolve("state"), "old");
  }

  @Test
  void showsNothingNewWhileItIsWritten() throws IOException {
    new AtomicFile(file)
        .replace(
            out -> {
              out.write("new".getBytes(UTF_8));
              out.flush();
              assertThat(file).hasContent("old");
              assertThat(files()).hasSize(2).allSatisfy(AtomicFileTest::assertPrivateUnlessOld);
            });

    assertThat(file).hasContent("new");
    assertThat(files()).containsExactly(file);
  }

  private static void assertPrivateUnlessOld(Path path) throws IOException {
    if (!path.endsWith("state")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void isAsItWasAfterAFailure() throws IOException {
    IOException full = new IOException("No space left on device");

    assertThatThrownBy(
            () ->
                new AtomicFile(file)
                    .replace(
                        out -> {
                          out.write(1);
                          throw full;
                        }))
        .isSameAs(full);

    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void isAsItWasAfterAnError() throws IOException {
    Iterable<AudienceMember> members =
        () -> {
          throw new OutOfMemoryError();
        };

    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> StateFile.write(file, HEADER, members));

    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void isAsItWasAfterAnInterrupt() throws IOException {
    Iterable<AudienceMember> members =
        () -> {
          Thread.currentThread().interrupt();
          return Stream.of(AudienceMember.builder().userId("u").build()).iterator();
        };

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> StateFile.write(file, HEADER, members))
        .withMessageContaining("cannot be written");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly(file);
  }

  /** Such as an archive, which has no such permissions. */
  @Test
  void canBeInAnotherFileSystem() throws IOException {
    URI archive = URI.create("jar:" + folder.resolve("archive.zip").toUri());
    try (FileSystem files = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      Path inside = Files.writeString(files.getPath("/state"), "old");

      new AtomicFile(inside).replace(out -> out.write("new".getBytes(UTF_8)));

      assertThat(inside).hasContent("new");
    }
  }

  @Test
  void saysWhatToDoIfAFileCannotBeReplacedAsAWhole() {
    assertThat(
            StateFileException.ofWriting(new AtomicMoveNotSupportedException("a", "b", "veiled")))
        .hasMessage("cannot be written: its file system cannot replace a file as a whole")
        .extracting(StateFileException::remedy)
        .isEqualTo("Name a file on another one.");
  }

  /** Root, who runs tests in containers, is never denied anything. */
  @Test
  void saysWhatToDoIfPermissionIsDenied() {
    AccessDeniedException denied = new AccessDeniedException("state");

    assertThat(StateFileException.ofReading(denied))
        .hasMessage("cannot be read: permission denied")
        .extracting(StateFileException::remedy)
        .isEqualTo("Allow the user of this process to read it.");
    assertThat(StateFileException.ofWriting(denied))
        .hasMessage("cannot be written: permission denied")
        .extracting(StateFileException::remedy)
        .isEqualTo("Allow the user of this process to write to its folder.");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
