package io.github.thriveaudience.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.model.AudienceMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a state is as a file. */
class StateFileTest {
  private static final Instant TIME = Instant.parse("2026-11-26T03:00:00.123456789Z");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("sales.jsonl");
  }

  @Test
  void isLinesOfJson() throws IOException {
    state(member("u1", "r1", "a@example.com"), member("u2", null, "å北京@example.com")).write(file);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"format":"thrive-membership-state","version":1,"audience":"sales","environment":"EU","readAt":"2026-11-26T03:00:00.123456789Z","verdict":"CONSISTENT","idsOnly":false,"members":2}
            {"userId":"u1","reference":"r1","email":"a@example.com"}
            {"userId":"u2","reference":null,"email":"å北京@example.com"}
            """);
  }

  @Test
  void hasIdsAloneWithoutPersonalData() throws IOException {
    MembershipState reduced = state(member("u1", "r1", "a@example.com")).withoutPersonalData();

    reduced.write(file);

    assertThat(Files.readAllLines(file)).hasSize(2).last().isEqualTo("{\"userId\":\"u1\"}");
    assertThat(MembershipState.read(file)).isEqualTo(reduced);
  }

  @Test
  void isReadAsItWasWritten() {
    for (Verdict verdict : Verdict.values()) {
      MembershipState state =
          MembershipState.of(
              "R&D / 北京 \"50%\"",
              "http://127.0.0.1/x", TIME, verdict, List.of(member("u", "", "")));

      state.write(file);

      assertThat(MembershipState.read(file)).isEqualTo(state);
      assertThat(MembershipState.readOrEmpty(file)).isEqualTo(state);
    }
  }

  @Test
  void keepsTheOrderOfTheMembers() {
    state(member("c", null, null), member("a", null, null), member("b", null, null)).write(file);

    assertThat(MembershipState.read(file).ids()).containsExactly("c", "a", "b");
  }

  /** Any sequence of characters, with unpaired surrogates, which UTF-8 does not have. */
  @Test
  void keepsAnyText() {
    Random random = new Random(42);
    List<AudienceMember> members = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      members.add(member("u" + i + "\udfff😀", text(random), text(random)));
    }
    MembershipState state = state(members.toArray(AudienceMember[]::new));

    state.write(file);

    assertThat(MembershipState.read(file)).isEqualTo(state);
  }

  private static String text(Random random) {
    int bits = random.nextBoolean() ? 16 : 8;
    char[] chars = new char[random.nextInt(300)];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) random.nextInt(1 << bits);
    }
    if (chars.length > 0) {
      chars[0] = (char) ('\ud800' + random.nextInt(0x800));
    }
    return new String(chars);
  }

  @Test
  void keepsTheFieldsThatAreCompared() {
    AudienceMember known = AudienceMember.builder().userId("u").additionalProperty("x", 1).build();
    state(known).write(file);

    assertThat(MembershipState.read(file).member("u")).isEqualTo(member("u", null, null));
  }

  @Test
  void isEmptyBeforeTheFirstRun() {
    MembershipState empty = MembershipState.readOrEmpty(file);

    assertThat(empty.size()).isZero();
    assertThat(empty.isIdsOnly()).isFalse();
    assertThat(empty.audience()).isNull();
    assertThat(empty.environment()).isNull();
    assertThat(empty.readAt()).isNull();
    assertThat(empty.verdict()).isNull();
  }

  @Test
  void thatIsEmptyIsReadAsItWasWritten() {
    MembershipState empty = MembershipState.readOrEmpty(file);

    empty.write(file);
    assertThat(MembershipState.read(file)).isEqualTo(empty);

    empty.withoutPersonalData().write(file);
    assertThat(MembershipState.read(file)).isEqualTo(empty.withoutPersonalData());
  }

  /** Later versions can add what this one need not understand. */
  @Test
  void mayHaveUnknownFields() throws IOException {
    MembershipState state = state(member("u1", "r1", null), member("u2", null, null));
    state.write(file);

    Files.writeString(
        file,
        Files.readString(file)
            .replace("}", ",\"new\":{\"a\":[1,{}]},\"n\":1e999,\"i\":99999999999999,\"t\":true}"));

    assertThat(MembershipState.read(file)).isEqualTo(state);
  }

  @Test
  void mayHaveBeenEditedInALineEndOfWindows() throws IOException {
    MembershipState state = state(member("u1", "r1", null), member("u2", null, null));
    state.write(file);

    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

    assertThat(MembershipState.read(file)).isEqualTo(state);
  }

  @Test
  void isLargerThanAnyBuffer() throws IOException {
    List<AudienceMember> members = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      members.add(member("u" + i, "reference-" + i, i + "@example.com"));
    }
    MembershipState state = state(members.toArray(AudienceMember[]::new));

    state.write(file);

    assertThat(MembershipState.read(file)).isEqualTo(state);
    assertThat(Files.readString(file, UTF_8).lines()).hasSize(20_001);
  }

  private static MembershipState state(AudienceMember... members) {
    return MembershipState.of("sales", "EU", TIME, Verdict.CONSISTENT, List.of(members));
  }

  private static AudienceMember member(String id, String reference, String email) {
    return AudienceMember.builder().userId(id).reference(reference).email(email).build();
  }
}
