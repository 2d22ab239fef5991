package io.github.thriveaudience.quickstart;

import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.model.AudienceMember;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of one member.
 *
 * @param what {@code joined}, {@code left}, {@code updated} or {@code unconfirmed}
 * @param before the member as it was known, or null
 * @param after the member as it is listed, or null
 */
record Change(String what, @Nullable AudienceMember before, @Nullable AudienceMember after) {

  static List<Change> of(MembershipChanges changes) {
    return Stream.of(
            changes.joined().stream().map(member -> new Change("joined", null, member)),
            changes.left().stream().map(member -> new Change("left", member, null)),
            changes.updated().stream()
                .map(update -> new Change("updated", update.before(), update.after())),
            changes.unconfirmed().stream().map(member -> new Change("unconfirmed", member, null)))
        .flatMap(one -> one)
        .toList();
  }

  /** The member as it is listed; who is not listed, as it was known. */
  AudienceMember member() {
    return after == null ? Objects.requireNonNull(before) : after;
  }

  /** Whether both are known. */
  boolean isUpdate() {
    return before != null && after != null;
  }
}
