package io.github.thriveaudience.listing;

import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values as records, each by the name of its interface, so that it shows as that. */
final class Listings {
  private Listings() {}

  record TraversalProgress(int reading, int page, int totalPages, long members, Duration elapsed)
      implements io.github.thriveaudience.listing.TraversalProgress {}

  record AudiencesProgress(String audience, int done, int total, long members, Duration elapsed)
      implements io.github.thriveaudience.listing.AudiencesProgress {}

  record MemberUpdate(AudienceMember before, AudienceMember after)
      implements io.github.thriveaudience.listing.MemberUpdate {

    MemberUpdate {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      if (!before.userId().equals(after.userId())) {
        throw new IllegalArgumentException("before and after must be the same member");
      }
    }

    /** Shows what has changed, and no personal data. */
    @Override
    public String toString() {
      return "MemberUpdate["
          + Stream.of(
                  name("reference", before.reference(), after.reference()),
                  name("email", before.email(), after.email()))
              .flatMap(Optional::stream)
              .collect(Collectors.joining(", "))
          + "]";
    }

    private static Optional<String> name(
        String field, @Nullable String before, @Nullable String after) {
      return Objects.equals(before, after) ? Optional.empty() : Optional.of(field);
    }
  }
}
