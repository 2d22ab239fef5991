package io.github.thriveaudience.listing;

import io.github.thriveaudience.internal.state.StateFile;
import io.github.thriveaudience.internal.state.StateHeader;
import io.github.thriveaudience.internal.state.StateSink;
import io.github.thriveaudience.model.AudienceMember;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a state of a file, and a file of a state. */
final class StateOfFile implements StateSink {
  private final Map<String, AudienceMember> members = new LinkedHashMap<>();
  private MembershipState.Header header = MembershipState.Header.NOTHING_READ;
  private boolean idsOnly;

  private StateOfFile() {}

  static MembershipState read(Path file) {
    StateOfFile state = new StateOfFile();
    StateFile.read(file, state);
    return new MembershipState(state.header, new KnownMembersMap(state.members, state.idsOnly));
  }

  static void write(Path file, MembershipState.Header header, KnownMembersMap members) {
    StateHeader first =
        new StateHeader(
            header.audience(),
            header.environment(),
            header.readAt() == null ? null : header.readAt().toString(),
            header.verdict() == null ? null : header.verdict().name(),
            members.isIdsOnly(),
            members.size());
    StateFile.write(file, first, members.members().values());
  }

  @Override
  public void header(StateHeader first) {
    idsOnly = first.idsOnly();
    header =
        new MembershipState.Header(
            first.audience(), first.environment(), time(first.readAt()), verdict(first.verdict()));
    requireAllOrNothing();
  }

  private void requireAllOrNothing() {
    long missing =
        Stream.of(header.audience(), header.environment(), header.readAt(), header.verdict())
            .filter(Objects::isNull)
            .count();
    if (missing != 0 && missing != 4) {
      throw new IllegalArgumentException("the first line has only a part of what was read");
    }
  }

  private static @Nullable Instant time(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the first line has no valid readAt");
    }
  }

  private static @Nullable Verdict verdict(@Nullable String name) {
    try {
      return name == null ? null : Verdict.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the first line has no valid verdict");
    }
  }

  @Override
  public void member(String line, AudienceMember member) {
    String broken = KnownMembersMap.add(members, member);
    if (broken != null) {
      throw new IllegalArgumentException(line + ' ' + broken);
    }
  }
}
