package io.github.thriveaudience;

import io.github.thriveaudience.internal.changes.StateOrigin;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.KnownMembers;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.TraversalReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Changes of audiences, as a client returns them. */
final class DefaultChangesOfEach extends DefaultOfEach<ChangesOfEach, MembershipChanges>
    implements ChangesOfEach {
  private final Map<String, KnownMembers> known;
  private final ChangePolicy policy;

  /**
   * Changes to be read.
   *
   * @param known by the names of the audiences; has each of them
   * @throws IllegalArgumentException if a state is not that of its audience
   */
  static ChangesOfEach of(
      Audiences audiences, Map<String, ? extends KnownMembers> known, ChangePolicy policy) {
    Map<String, KnownMembers> copied = new HashMap<>();
    for (String audience : audiences.names()) {
      String name = "known[" + copied.size() + "]";
      KnownMembers members = Objects.requireNonNull(known.get(audience), name);
      StateOrigin.requireAudience(members, audience);
      copied.put(audience, members);
    }
    return new DefaultChangesOfEach(audiences, copied, policy);
  }

  private DefaultChangesOfEach(
      Audiences audiences, Map<String, KnownMembers> known, ChangePolicy policy) {
    super(audiences);
    this.known = known;
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  @Override
  ChangesOfEach with(Audiences changed) {
    return new DefaultChangesOfEach(changed, known, policy);
  }

  @Override
  BiFunction<String, Members, MembershipChanges> reading() {
    return (audience, members) ->
        members.changesSince(Objects.requireNonNull(known.get(audience)), policy);
  }

  @Override
  Function<MembershipChanges, TraversalReport> report() {
    return changes -> last(changes.reports());
  }

  private static TraversalReport last(List<TraversalReport> reports) {
    return reports.get(reports.size() - 1);
  }

  @Override
  public String toString() {
    return "ChangesOfEach[" + audiences().subject() + "]";
  }
}
