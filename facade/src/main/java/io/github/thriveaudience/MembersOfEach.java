package io.github.thriveaudience;

import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;

/**
 * The members of several audiences, described and not yet read. Immutable and thread-safe.
 *
 * <pre>{@code
 * AudiencesSummary summary = thrive.membersOfEach(List.of("tech-team", "one-member-team"))
 *     .concurrency(2)
 *     .readAll((audience, all) -> System.out.println(audience + ": " + all.members().size()));
 * }</pre>
 */
public interface MembersOfEach extends OfEach<MembersOfEach, MembersSnapshot> {

  /**
   * Sets what to do when an audience changes while it is read. An audience for which the policy
   * fails is handed to {@link AudienceHandler#failed}, and the others are read.
   *
   * @param policy as for {@link Members#readAll(ReadPolicy)}; default {@link ReadPolicy#once}
   * @return a changed copy
   */
  MembersOfEach policy(ReadPolicy policy);
}
