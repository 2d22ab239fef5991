package io.github.thriveaudience;

import io.github.thriveaudience.listing.MembershipChanges;

/**
 * What has changed in several audiences, described and not yet read. Immutable and thread-safe.
 *
 * <pre>{@code
 * KnownMembers known = KnownMembers.ofIds(List.of("63f8c5361b9c80d3274b0001"));
 * AudiencesSummary summary = thrive.changesOfEach(Map.of("tech-team", known))
 *     .concurrency(2)
 *     .readAll((audience, changes) -> System.out.println(audience + ": " + changes));
 * }</pre>
 *
 * <p>Each audience is compared as by {@link Members#changesSince}. One of which too many members
 * left is handed to {@link AudienceHandler#failed}, with a {@link
 * io.github.thriveaudience.error.TooManyLeaversException}, and the others are compared. The report
 * of an audience in the summary is that of its last reading.
 */
public interface ChangesOfEach extends OfEach<ChangesOfEach, MembershipChanges> {}
