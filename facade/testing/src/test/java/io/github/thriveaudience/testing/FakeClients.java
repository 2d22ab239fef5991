package io.github.thriveaudience.testing;

import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.model.AudienceMember;
import java.util.List;

/** Fake clients. */
final class FakeClients implements Clients {
  private static final List<Integer> STATUSES = List.of(400, 403, 409, 422, 500);

  @Override
  public AudienceMembersClient open() {
    FakeAudienceMembers fake = new FakeAudienceMembers().pageSize(PAGE_SIZE);
    fake.audience("tech-team").members(250);
    fake.audience("empty-team");
    fake.audience("one-member-team").members(onlyMember());
    fake.audience("incomplete-team").members(249).incomplete();
    fake.audience("drifting-team").members(250).drifting();
    changing(fake.audience("changing-team").members(250));
    STATUSES.forEach(status -> fake.audience("error-" + status).fails(status));
    return fake;
  }

  private static AudienceMember onlyMember() {
    return AudienceMember.builder()
        .userId("65c2d71f0a4b98e36d170001")
        .additionalProperty("unheardOf", "en-GB")
        .build();
  }

  private static void changing(FakeAudience audience) {
    String renamed = TestMembers.id(42);
    audience
        .leavesBetweenReadings(TestMembers.id(1), TestMembers.id(2), TestMembers.id(3), renamed)
        .joins(TestMembers.of(255).subList(250, 255).toArray(AudienceMember[]::new))
        .joins(AudienceMember.builder().userId(renamed).email("new@example.com").build());
  }

  @Override
  public String environment() {
    return "FAKE";
  }

  @Override
  public String environmentOfStates() {
    return "FAKE";
  }
}
