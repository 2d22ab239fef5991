package io.github.thriveaudience.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.quickstart.StubServer;
import org.junit.jupiter.api.Test;

/** The large audience as a whole, without the validator, which takes longer than the stubs. */
class LargeTeamTest {
  @Test
  void largeTeamHas100000MembersWithIdsOf24Digits() {
    try (StubServer stubs = new StubServer()) {
      AudienceMembersClient thrive =
          AudienceMembersClient.builder()
              .baseUri(stubs.baseUri())
              .credentials(StubServer.BASIC)
              .pageSize(1000)
              .build();

      TraversalReport report =
          thrive
              .members("large-team")
              .read(member -> assertThat(member.userId()).matches("[0-9a-f]{24}"));

      assertThat(report.verdict()).isEqualTo(Verdict.CONSISTENT);
      assertThat(report.members()).isEqualTo(100_000);
    }
  }
}
