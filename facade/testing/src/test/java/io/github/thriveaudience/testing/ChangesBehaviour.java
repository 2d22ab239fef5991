package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.thriveaudience.error.TooManyLeaversException;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How known members are compared with those of the API. */
abstract class ChangesBehaviour extends ClientBehaviour {
  private static final ChangePolicy NO_WAIT = ChangePolicy.defaults().withWait(Duration.ZERO);
  private static final AudienceMember STRANGER =
      AudienceMember.builder().userId("63f8c5361b9c80d3274bffff").build();

  ChangesBehaviour(Clients clients) {
    super(clients);
  }

  @Test
  void whoIsInNoReadingHasLeft() {
    List<AudienceMember> known = new ArrayList<>(techTeam().readAll().members());
    AudienceMember joined = known.remove(0);
    known.add(STRANGER);

    MembershipChanges changes = techTeam().changesSince(KnownMembers.of(known), NO_WAIT);

    assertThat(changes.joined()).containsExactly(joined);
    assertThat(changes.left()).containsExactly(STRANGER);
    assertThat(changes.unchanged()).isEqualTo(249);
    assertThat(changes.reports())
        .hasSizeGreaterThan(1)
        .extracting(TraversalReport::verdict)
        .containsOnly(Verdict.CONSISTENT);
    assertThat(changes.newState().ids()).hasSize(250).contains(joined.userId());
    assertThat(changes.newState().audience()).isEqualTo("tech-team");
    assertThat(changes.newState().environment()).isEqualTo(environmentOfStates());
    assertThat(changes.newState().readAt())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
  }

  @Test
  void absenceFromADriftedReadingProvesNothing() {
    MembershipChanges changes =
        client().members("drifting-team").changesSince(KnownMembers.of(List.of(STRANGER)), NO_WAIT);

    assertThat(changes.left()).isEmpty();
    assertThat(changes.unconfirmed()).containsExactly(STRANGER);
    assertThat(changes.newState().ids()).contains(STRANGER.userId());
  }

  @Test
  void changesBetweenTwoReadingsAreFound() {
    List<AudienceMember> before = client().members("changing-team").readAll().members();

    MembershipChanges changes =
        client().members("changing-team").changesSince(KnownMembers.of(before), NO_WAIT);

    assertThat(changes.left()).isEqualTo(before.subList(0, 3));
    assertThat(changes.joined()).hasSize(5).doesNotContainAnyElementsOf(before);
    assertThat(ids(changes.updated().stream().map(each -> each.after()).toList()))
        .containsExactly(before.get(41).userId());
    assertThat(changes.unchanged()).isEqualTo(246);
  }

  @Test
  void aGuardStopsTooManyLeavers() {
    KnownMembers known = KnownMembers.ofIds(ids(techTeam().readAll().members()));

    assertThatExceptionOfType(TooManyLeaversException.class)
        .isThrownBy(() -> client().members("empty-team").changesSince(known, NO_WAIT))
        .withMessageStartingWith(
            "Too many members left "
                + subject("empty-team")
                + " at once. Check whether it is the right audience.")
        .satisfies(failure -> assertThat(failure.changes().left()).hasSize(250));
  }

  @Test
  void aStateOfAnotherAudienceIsRefused() {
    MembershipState state = techTeam().changesSince(KnownMembers.none(), NO_WAIT).newState();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().members("empty-team").changesSince(state))
        .withMessage(
            "the state is of the audience \"tech-team\", and cannot be compared with"
                + " \"empty-team\": everybody would seem to have left");
  }

  @Test
  void aStateOfAnotherEnvironmentIsRefused() {
    MembershipState state =
        MembershipState.of(
            "tech-team", "MARS", Instant.EPOCH, Verdict.CONSISTENT, List.of(STRANGER));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> techTeam().changesSince(state))
        .withMessage(
            "the state is of the environment \"MARS\", and cannot be compared with \""
                + environmentOfStates()
                + "\": everybody would seem to have left");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client().changesOfEach(Map.of("tech-team", state)))
        .withMessageStartingWith("the state is of the environment \"MARS\"");
  }
}
