package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.TooManyLeaversException;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes of several audiences. */
class ChangesOfEachTest {
  private final FakeAudiences client =
      new FakeAudiences().with("sales", 25).with("board", 3).with("tech-team", 100);
  private final RecordedAudiences<MembershipChanges> handler = new RecordedAudiences<>();
  private final Map<String, KnownMembers> known = new LinkedHashMap<>();

  @Test
  void comparesEachAudienceWithItsKnownMembers() {
    known.put("tech-team", ids(0, 104));
    known.put("sales", ids(0, 20));
    known.put("board", KnownMembers.none());

    AudiencesSummary summary = client.changesOfEach(known).concurrency(2).readAll(handler);

    assertThat(handler.read.get("tech-team").left()).hasSize(4);
    assertThat(handler.read.get("sales").joined()).hasSize(5);
    assertThat(handler.read.get("sales").left()).isEmpty();
    assertThat(handler.read.get("board").joined()).hasSize(3);
    assertThat(summary.isConsistent()).isTrue();
    assertThat(summary.read().keySet()).containsExactlyInAnyOrder("tech-team", "sales", "board");
    assertThat(summary.read().get("tech-team")).isEqualTo(reportOf("tech-team"));
  }

  @Test
  void anAudienceThatMayNotBeAppliedLeavesTheOthers() {
    known.put("tech-team", ids(0, 500));
    known.put("gone", ids(0, 5));
    known.put("sales", ids(0, 26));

    AudiencesSummary summary = client.changesOfEach(known).readAll(handler);

    assertThat(handler.failed.get("tech-team")).isInstanceOf(TooManyLeaversException.class);
    assertThat(handler.failed.get("gone")).isInstanceOf(NotFoundException.class);
    assertThat(handler.read.keySet()).containsExactly("sales");
    assertThat(summary.failed().get("tech-team").type()).isEqualTo(TooManyLeaversException.class);
    assertThat(summary.notFound()).containsExactly("gone");
  }

  @Test
  void thePolicyIsForEachAudience() {
    known.put("tech-team", ids(0, 500));

    client.changesOfEach(known, ChangePolicy.defaults().withoutGuard()).readAll(handler);

    assertThat(handler.read.get("tech-team").left()).hasSize(400);
  }

  @Test
  void aMapThatChangesLaterDoesNotMatter() {
    known.put("sales", ids(0, 25));
    ChangesOfEach each = client.changesOfEach(known);
    known.put("sales", KnownMembers.none());
    known.put("board", KnownMembers.none());

    each.readAll(handler);

    assertThat(handler.read.keySet()).containsExactly("sales");
    assertThat(handler.read.get("sales").isEmpty()).isTrue();
  }

  @Test
  void changesThatATestBuiltAreEnough() {
    MembershipChanges built = MembershipChanges.builder().unchanged(3).build();

    assertThat(built.reports()).isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MembershipChanges.builder().reports(List.of()));
  }

  @Test
  void badInputIsRefusedBeforeAnyRequest() {
    Map<String, KnownMembers> withNull = new HashMap<>();
    withNull.put("sales", null);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.changesOfEach(Map.of()))
        .withMessage("audiences must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.changesOfEach(Map.of(" ", KnownMembers.none())))
        .withMessageContaining("audiences[0]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.changesOfEach(Map.of("sales", stateOf("board"))))
        .withMessageContaining("the audience \"board\"");
    assertThatNullPointerException()
        .isThrownBy(() -> client.changesOfEach(withNull))
        .withMessageContaining("known[0]");
    assertThatNullPointerException().isThrownBy(() -> client.changesOfEach(null));
    assertThatNullPointerException()
        .isThrownBy(() -> client.changesOfEach(Map.of("sales", KnownMembers.none()), null))
        .withMessage("policy");
    assertThat(client.begun).isEmpty();
  }

  private static KnownMembers ids(int from, int to) {
    return KnownMembers.ofIds(FakePages.ids(from, to));
  }

  private static MembershipState stateOf(String audience) {
    return MembershipState.of(audience, "TEST", Instant.EPOCH, Verdict.CONSISTENT, List.of());
  }

  private TraversalReport reportOf(String audience) {
    return handler.read.get(audience).reports().get(2);
  }
}
