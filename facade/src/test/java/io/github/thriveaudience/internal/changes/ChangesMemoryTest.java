package io.github.thriveaudience.internal.changes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.model.AudienceMember;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The memory of a comparison. It is what the thread allocates, garbage included, which unlike the
 * used heap does not depend on the garbage collector.
 */
@Tag("long")
class ChangesMemoryTest {
  private static final int MANY = 100_000;

  /** Beside 40 bytes of an entry, 5 to 11 bytes of the table, as it is more or less full. */
  @Test
  void knownMembersNeedAbout50BytesAMember() {
    assertThat(bytesAMember(members(), KnownMembers::of)).isBetween(45.0, 55.0);
  }

  /** A member that has an id alone takes 32 bytes; so does its builder, which is garbage. */
  @Test
  void knownIdsNeedAbout80BytesAMember() {
    List<String> ids = members().stream().map(AudienceMember::userId).toList();

    assertThat(bytesAMember(ids, KnownMembers::ofIds)).isBetween(75.0, 85.0 + 32);
  }

  @Test
  void whoIsAsKnownNeedsNoMemory() {
    KnownMembers known = KnownMembers.of(members());

    assertThat(bytesAMember(members(), listed -> compare(known, listed))).isLessThan(1);
    assertThat(compare(known, members()).unchanged()).isEqualTo(MANY);
  }

  private static MembershipChanges compare(KnownMembers known, List<AudienceMember> listed) {
    Comparison comparison = new Comparison(known, "an audience");
    listed.forEach(comparison::listed);
    comparison.readingEnded(id -> true);
    return comparison.changes(true).build();
  }

  private static <T> double bytesAMember(List<T> given, Function<List<T>, Object> work) {
    Object warmUp = work.apply(given);
    long before = allocated();
    Object result = work.apply(given);
    long after = allocated();
    assertThat(result).hasSameClassAs(warmUp);
    return (double) (after - before) / MANY;
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  /** Other objects at each call. */
  private static List<AudienceMember> members() {
    return IntStream.range(0, MANY).mapToObj(ChangesMemoryTest::member).toList();
  }

  private static AudienceMember member(int number) {
    return AudienceMember.builder()
        .userId("63f8c5361b9c80d3%08x".formatted(number))
        .reference("user" + number)
        .email("user" + number + "@example.com")
        .build();
  }
}
