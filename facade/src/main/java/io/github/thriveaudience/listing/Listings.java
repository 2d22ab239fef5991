package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.List;

/** The values as records, each by the name of its interface, so that it shows as that. */
final class Listings {
  private Listings() {}

  record MembersPage(
      List<AudienceMember> members, int page, int perPage, long totalResults, int totalPages)
      implements io.github.thriveaudience.listing.MembersPage {

    MembersPage {
      members = List.copyOf(members);
    }
  }

  record MembersSnapshot(List<AudienceMember> members, TraversalReport report)
      implements io.github.thriveaudience.listing.MembersSnapshot {

    MembersSnapshot {
      members = List.copyOf(members);
    }

    /** Shows no personal data. */
    @Override
    public String toString() {
      return "MembersSnapshot[members=" + members.size() + ", report=" + report + "]";
    }
  }

  record TraversalProgress(int reading, int page, int totalPages, long members, Duration elapsed)
      implements io.github.thriveaudience.listing.TraversalProgress {}

  record AudiencesProgress(String audience, int done, int total, long members, Duration elapsed)
      implements io.github.thriveaudience.listing.AudiencesProgress {}

  record MemberUpdate(AudienceMember before, AudienceMember after)
      implements io.github.thriveaudience.listing.MemberUpdate {

    MemberUpdate {
      if (!before.userId().equals(after.userId())) {
        throw new IllegalArgumentException("before and after must be the same member");
      }
    }

    /** Shows no personal data. */
    @Override
    public String toString() {
      return "MemberUpdate[" + before.userId() + "]";
    }
  }
}
