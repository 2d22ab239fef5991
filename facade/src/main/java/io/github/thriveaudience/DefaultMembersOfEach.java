package io.github.thriveaudience;

import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Members of audiences, as a client returns them. */
final class DefaultMembersOfEach extends DefaultOfEach<MembersOfEach, MembersSnapshot>
    implements MembersOfEach {
  private final ReadPolicy policy;

  DefaultMembersOfEach(Audiences audiences) {
    this(audiences, ReadPolicy.once());
  }

  private DefaultMembersOfEach(Audiences audiences, ReadPolicy policy) {
    super(audiences);
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  @Override
  public MembersOfEach policy(ReadPolicy changed) {
    return new DefaultMembersOfEach(audiences(), changed);
  }

  @Override
  MembersOfEach with(Audiences changed) {
    return new DefaultMembersOfEach(changed, policy);
  }

  @Override
  BiFunction<String, Members, MembersSnapshot> reading() {
    return (audience, members) -> members.readAll(policy);
  }

  @Override
  Function<MembersSnapshot, TraversalReport> report() {
    return MembersSnapshot::report;
  }

  @Override
  public String toString() {
    return "MembersOfEach[" + audiences().subject() + "]";
  }
}
