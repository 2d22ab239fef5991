package io.github.thriveaudience.listing;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are refused: by an exception that names the file and what to do, and quotes nothing.
 */
class StateRefusalTest {
  private static final MembershipState STATE =
      MembershipState.of(
          "sales",
          "EU",
          Instant.EPOCH,
          Verdict.CONSISTENT,
          List.of(
              member("veiled-1", "veiled-2", "veiled-3@example.com"),
              member("veiled-4", "veilüd-5", null)));

  private static final String RESTORE = "Restore it from a backup.";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("sales.jsonl");
    STATE.write(file);
  }

  @Test
  void aMissingFile() throws IOException {
    Files.delete(file);

    assertRefused("does not exist", "use readOrEmpty")
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFolder() {
    assertRefused(folder, "is not a regular file", "Name a file.");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> MembershipState.readOrEmpty(folder));
  }

  @Test
  void aFileInAFile() {
    Path inside = file.resolve("inside");

    assertRefused(inside, "is in a folder that does not exist", "Check the path");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> MembershipState.readOrEmpty(inside));
  }

  /** A path that is wrong, or a volume that is not mounted, is no first run. */
  @Test
  void aMissingFolder() {
    Path inside = folder.resolve("no-such-folder").resolve("sales.jsonl");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> MembershipState.readOrEmpty(inside))
        .withMessageContaining("does not exist");
  }

  @Test
  void aFileThatThisUserMustNotRead() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root reads any file");

    assertRefused("permission denied", "Allow the user of this process to read it.");
  }

  @Test
  void anEmptyFile() throws IOException {
    Files.write(file, new byte[0]);

    assertRefused("is empty", RESTORE);
  }

  /** At the end of a line, too, and without the last byte alone. */
  @Test
  void aTruncatedFileWhereverItEnds() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 1; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertRefused(length <= headerLength(whole) ? "is not a membership state" : "is truncated");
    }
  }

  private static int headerLength(byte[] whole) {
    return new String(whole, UTF_8).indexOf('}');
  }

  @Test
  void aTruncatedFileNamesItsMembers() throws IOException {
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, 2));

    assertRefused("is truncated: it has 1 of 2 members", RESTORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"veiled", "{}", "{\"userId\":\"veiled-1\"}", "[", "\u0000", "\n\n"})
  void whatFollowsTheLastMember(String garbage) throws IOException {
    Files.writeString(file, Files.readString(file) + garbage);

    if (garbage.isBlank()) {
      assertThat(MembershipState.read(file)).isEqualTo(STATE);
    } else {
      assertRefused(RESTORE);
    }
  }

  @Test
  void aMemberMoreThanAnnounced() throws IOException {
    Files.writeString(file, Files.readString(file) + "{\"userId\":\"veiled-6\"}\n");

    assertRefused("is damaged: more follows its 2 members", RESTORE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "veiled-4           | veiled-1   | line 3 is a duplicate",
        "veiled-4           | ` veiled`  | line 3 must not begin or end with white space",
        "veiled-4           | ``       | line 3 must not be blank",
        "veiled-4           | \\u0007x | line 3 must not contain control characters",
        "\"veiled-4\"       | 17       | line 3 has no valid userId",
        "\"veiled-4\"       | null     | line 3 has no valid userId",
        "\"veiled-2\"       | {}       | line 2 has no valid reference",
        "\"veiled-2\"       | [\"a\"]  | line 2 has no valid reference",
        "\"veiled-2\"       | true     | line 2 has no valid reference",
        "\"veiled-3@example.com\" | 5  | line 2 has no valid email",
        "\"userId\":\"veiled-4\" | \"email\":\"x\" | line 3 is not valid JSON",
        "{\"userId\":\"veiled-4\" | \"veiled\"  | line 3 is not a member",
        "\"userId\":\"veiled-1\" | veiled! | line 2 is not valid JSON",
        "CONSISTENT       | HUSH     | the first line has no valid verdict",
        "1970-01-01T00:00:00Z | veiled | the first line has no valid readAt",
        "\"EU\"           | 5        | the first line has no valid environment",
        "\"EU\"           | null     | the first line has only a part of what was read",
        "\"idsOnly\":false | \"x\":1 | the first line has no valid idsOnly",
        "\"members\":2    | \"x\":1  | the first line has no valid members",
        "\"members\":2    | \"members\":99999999999 | the first line has no valid members",
        "\"version\":1    | \"version\":\"1\" | the first line has no valid version",
      })
  void damage(String part, String damaged, String problem) throws IOException {
    edit(part, damaged);

    assertRefused("is damaged: " + problem + ". " + RESTORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"userId,reference\nveiled,veiled\n", "[]\n", "{}\n", "null\n", "\u0000\n", "<x/>"})
  void anyOtherFile(String content) throws IOException {
    Files.writeString(file, content);

    assertRefused("is not a membership state", "Check the path.");
  }

  @Test
  void anotherFormatOrAVersionThatNeverWas() throws IOException {
    edit("thrive-membership-state", "thrive-veiled");
    assertRefused("is not a membership state");

    STATE.write(file);
    edit("\"version\":1", "\"version\":0");
    assertRefused("is not a membership state");

    STATE.write(file);
    edit("\"members\":2", "\"members\":-1");
    assertRefused("is not a membership state");
  }

  @Test
  void anotherCharset() throws IOException {
    Files.write(file, Files.readString(file).getBytes(UTF_16));

    assertRefused("is not a membership state");
  }

  @Test
  void bytesThatAreNotUtf8() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int umlaut = new String(bytes, UTF_8).indexOf('ü');
    bytes[umlaut + 1] = 'x';
    Files.write(file, bytes);

    assertRefused("line 3 is not valid JSON", RESTORE);
  }

  /** Nothing else of a newer version needs to be as this one knows it. */
  @Test
  void aNewerVersion() throws IOException {
    edit("\"version\":1,\"audience\":\"sales\"", "\"version\":2,\"audience\":[\"veiled\"]");

    assertRefused(
        "has version 2, and this client reads version 1",
        "Use the version of the client that wrote it, or a newer one.");
  }

  private void edit(String part, String replacement) throws IOException {
    String content = Files.readString(file);
    assertThat(content).contains(part);
    Files.writeString(file, content.replace(part, replacement));
  }

  private void assertRefused(String firstPart) {
    assertRefused(file, firstPart);
  }

  private AbstractThrowableAssert<?, ?> assertRefused(String... parts) {
    return assertRefused(file, parts);
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(Path file, String... parts) {
    UncheckedIOException refusal =
        catchThrowableOfType(UncheckedIOException.class, () -> MembershipState.read(file));
    assertThat(refusal).isNotNull();
    for (Throwable shown = refusal; shown != null; shown = shown.getCause()) {
      assertThat(shown.toString()).doesNotContainIgnoringCase("veiled", "veilüd");
      assertThat(shown.getSuppressed()).isEmpty();
    }
    return assertThat(refusal)
        .hasCauseInstanceOf(IOException.class)
        .hasMessageStartingWith("The state file " + file + " ")
        .hasMessageContainingAll(parts);
  }

  private static AudienceMember member(String id, String reference, String email) {
    return AudienceMember.builder().userId(id).reference(reference).email(email).build();
  }
}
