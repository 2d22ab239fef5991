package io.github.thriveaudience.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.listing.MembershipState;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the fake client does beyond what every client does. */
class FakeAudienceMembersTest extends FakeTeamFixture {
  @Test
  void recordsWhatWasRequested() {
    read();
    fake.members("tech-team").page(2);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> fake.members("other").page(1));

    assertThat(team.requests()).containsExactly(1, 2, 3, 2);
    assertThat(team.readings()).isEqualTo(2);
    assertThat(fake.requests())
        .containsExactly("tech-team", "tech-team", "tech-team", "tech-team", "other");
  }

  @Test
  void aProgramThatStopsEarlyRequestsNoMoreThanTheNextPage() {
    assertThat(fake.members("tech-team").stream().limit(5)).hasSize(5);

    assertThat(team.requests()).containsExactly(1, 2);
  }

  @Test
  void changesOfTheListAreSeenAtOnce() {
    team.remove(TestMembers.id(1))
        .add(TestMembers.member(26))
        .replace(AudienceMember.builder().userId(TestMembers.id(2)).build());

    assertThat(read().members())
        .hasSize(25)
        .startsWith(AudienceMember.builder().userId(TestMembers.id(2)).build())
        .endsWith(TestMembers.member(26));
  }

  @Test
  void contradictingMembersAreRefused() {
    AudienceMember first = TestMembers.member(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.members(first, TestMembers.member(2), first))
        .withMessage("members[0] and members[2] have the same userId");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.add(first))
        .withMessage(first.userId() + " is a member of audience \"tech-team\" already");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.remove("nobody"))
        .withMessage("nobody is no member of audience \"tech-team\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.replace(TestMembers.member(99)))
        .withMessage(TestMembers.id(99) + " is no member of audience \"tech-team\"");
    assertThat(read().members()).isEqualTo(TestMembers.of(25));
  }

  @Test
  void aRemovedAudienceIsNotFound() {
    fake.remove("tech-team").remove("unknown");

    assertThatExceptionOfType(NotFoundException.class).isThrownBy(this::read);
  }

  @Test
  void hasTheNameOfAnEnvironmentSoThatItsStatesCanBeCompared() {
    FakeAudienceMembers production = new FakeAudienceMembers(ThriveEnvironment.PRODUCTION);
    production.audience("tech-team").members(1);
    MembershipState state =
        MembershipState.of("tech-team", "PRODUCTION", Instant.EPOCH, Verdict.CONSISTENT, List.of());

    assertThat(production.members("tech-team").changesSince(state).joined()).hasSize(1);
    assertThat(production).hasToString("FakeAudienceMembers[PRODUCTION]");
    assertThat(production.members("tech-team"))
        .hasToString("Members[audience \"tech-team\" of PRODUCTION]");
  }

  @Test
  void knowsWhetherItWasClosed() {
    assertThat(fake.isClosed()).isFalse();
    fake.close();
    assertThat(fake.isClosed()).isTrue();
    assertThat(team.members(3).readings()).isZero();
  }

  @Test
  void aBadNameOrPageSizeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fake.audience(" "))
        .withMessage("audience must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fake.pageSize(1001))
        .withMessage("pageSize must be 1 to 1000, but was 1001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> team.failsOnceAtPage(0, new MalformedResponseException("odd")))
        .withMessage("page must be 1 or more, but was 0");
  }

  @Test
  void isReadByManyThreadsAtOnce() {
    List<Integer> sizes =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(i -> fake.members("tech-team").readAll().members().size())
            .toList();

    assertThat(sizes).hasSize(200).containsOnly(25);
    assertThat(team.readings()).isEqualTo(200);
    assertThat(team.requests()).hasSize(600);
  }
}
