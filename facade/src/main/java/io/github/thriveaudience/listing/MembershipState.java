package io.github.thriveaudience.listing;

import io.github.thriveaudience.internal.state.StateFile;
import io.github.thriveaudience.model.AudienceMember;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an audience as a job left them, for jobs that have no database of their own: the
 * next run compares with it. Immutable and thread-safe.
 *
 * <pre>{@code
 * MembershipChanges changes = thrive.members("tech-team").changesSince(KnownMembers.none());
 * changes.joined().forEach(this::synchronise);
 * MembershipState state = changes.newState();   // write(file) it, and read(file) it next time
 * }</pre>
 *
 * <p>The file is text in UTF-8, a JSON object a line: first the audience, the environment, the time
 * and the verdict, then a member a line, with {@code userId}, {@code reference} and {@code email}.
 * Other fields of members are not kept. {@link #withoutPersonalData} keeps the ids alone.
 */
public final class MembershipState implements KnownMembers {
  private final Header header;
  private final KnownMembersMap members;

  MembershipState(Header header, KnownMembersMap members) {
    this.header = header;
    this.members = members;
  }

  /**
   * Makes a state, for one that was kept elsewhere and for tests. {@link
   * MembershipChanges#newState} makes it otherwise.
   *
   * @param audience the id or reference of the audience, as it is given to {@code members}
   * @param environment the name of the environment, as {@link #environment} describes it
   * @param readAt when the members were read
   * @param verdict the verdict of the last reading
   * @param members the members, which are copied
   * @return the state
   * @throws IllegalArgumentException if the id of a member breaks a rule of {@link
   *     KnownMembers#ofIds}
   * @throws NullPointerException if an argument or a member is null; the message names it
   */
  public static MembershipState of(
      String audience,
      String environment,
      Instant readAt,
      Verdict verdict,
      Collection<AudienceMember> members) {
    return new MembershipState(
        new Header(
            Objects.requireNonNull(audience, "audience"),
            Objects.requireNonNull(environment, "environment"),
            Objects.requireNonNull(readAt, "readAt"),
            Objects.requireNonNull(verdict, "verdict")),
        KnownMembersMap.of(members));
  }

  /**
   * Reads the file of a state that a job has written.
   *
   * @param file the path of the file; a symbolic link is followed
   * @return the state, with the members in the order in which they were written
   * @throws UncheckedIOException if the file is missing, cannot be read, is not a membership state,
   *     truncated or otherwise damaged, or was written by a newer version. The message names the
   *     file and what to do, and quotes nothing of its content
   */
  public static MembershipState read(Path file) {
    return StateOfFile.read(Objects.requireNonNull(file, "file"));
  }

  /**
   * Reads the file of a state like {@link #read}, but a missing file is a state in which nothing
   * was read yet and nobody is known: everybody who is listed has joined. That is right for a first
   * run. In a later one, a file that is lost goes unnoticed, and so do all who left since.
   *
   * @param file the path of the file; its folder must exist
   * @return the state
   * @throws UncheckedIOException as {@link #read} does, and if the folder is missing, too
   */
  public static MembershipState readOrEmpty(Path file) {
    return StateFile.isMissing(Objects.requireNonNull(file, "file"))
        ? new MembershipState(Header.NOTHING_READ, KnownMembersMap.of(List.of()))
        : read(file);
  }

  /**
   * Writes this state to a file, in the place of the one that is there. The file has the old or the
   * new state, whole, whenever the process is killed or the power fails: this method writes to a
   * temporary file in the same folder, forces it to the disk and renames it. Several processes can
   * write at once; the last one prevails.
   *
   * <p>Only the owner can read and write the file afterwards. On file systems without POSIX
   * permissions, it inherits those of its folder. A process that is killed can leave a temporary
   * file, {@code .NAME.*.tmp}, which is as private; the next call that is an hour later, or more,
   * removes it.
   *
   * @param file the path of the file; its folder must exist. If it is a symbolic link, the file
   *     that it leads to is replaced
   * @throws UncheckedIOException if the file cannot be written, is not a regular file or is
   *     read-only. The message names the file and what to do. The file is as it was
   */
  public void write(Path file) {
    StateOfFile.write(Objects.requireNonNull(file, "file"), header, members);
  }

  /**
   * The same state without references and e-mail addresses.
   *
   * @return a copy that has ids alone; changed addresses and references are not reported then
   */
  public MembershipState withoutPersonalData() {
    return new MembershipState(header, members.withIdsOnly());
  }

  /**
   * The audience that was read.
   *
   * @return its id or reference, as it was given to {@code members}; null if nothing was read yet
   */
  public @Nullable String audience() {
    return header.audience();
  }

  /**
   * The environment that was read.
   *
   * @return the name of a {@code ThriveEnvironment}, or the base URI of a client that has none,
   *     without the port if the host is a loopback one; null if nothing was read yet
   */
  public @Nullable String environment() {
    return header.environment();
  }

  /**
   * When the last reading ended.
   *
   * @return the time, or null if nothing was read yet
   */
  public @Nullable Instant readAt() {
    return header.readAt();
  }

  /**
   * The verdict of the last reading.
   *
   * @return the verdict, or null if nothing was read yet
   */
  public @Nullable Verdict verdict() {
    return header.verdict();
  }

  @Override
  public Set<String> ids() {
    return members.ids();
  }

  @Override
  public @Nullable AudienceMember member(String userId) {
    return members.member(userId);
  }

  @Override
  public boolean isIdsOnly() {
    return members.isIdsOnly();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MembershipState state
        && header.equals(state.header)
        && members.equals(state.members);
  }

  @Override
  public int hashCode() {
    return Objects.hash(header, members);
  }

  /** Shows no personal data. */
  @Override
  public String toString() {
    return "MembershipState[" + header + ", " + members + "]";
  }

  /** What the file says before the members. */
  record Header(
      @Nullable String audience,
      @Nullable String environment,
      @Nullable Instant readAt,
      @Nullable Verdict verdict) {

    static final Header NOTHING_READ = new Header(null, null, null, null);
  }
}
