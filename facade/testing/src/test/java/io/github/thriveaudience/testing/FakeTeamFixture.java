package io.github.thriveaudience.testing;

import io.github.thriveaudience.listing.MembersSnapshot;

/** A fake client with one audience of 25 members, in pages of 10. */
abstract class FakeTeamFixture {
  final FakeAudienceMembers fake = new FakeAudienceMembers().pageSize(10);
  final FakeAudience team = fake.audience("tech-team").members(25);

  MembersSnapshot read() {
    return fake.members("tech-team").readAll();
  }
}
