/**
 * Reads the members of an audience from the Thrive Learning public API.
 *
 * <p>Start at {@link io.github.thriveaudience.AudienceMembersClient}. A client is made once, from
 * an environment and credentials. It returns {@link io.github.thriveaudience.Members}, which
 * describe what to read and how. Reading them returns members one by one, a {@link
 * io.github.thriveaudience.listing.MembersPage}, or a {@link
 * io.github.thriveaudience.listing.MembersSnapshot} of all.
 *
 * <pre>{@code
 * try (var thrive = AudienceMembersClient.builder()
 *     .environment(ThriveEnvironment.PRODUCTION)
 *     .credentials(Credentials.basic(tenantId, apiSecret))
 *     .build()) {
 *   Members team = thrive.members("tech-team").parallelism(4);
 *   for (AudienceMember member : team) {
 *     System.out.println(member.userId());
 *   }
 *   MembersSnapshot all = team.readAll();
 * }
 * }</pre>
 *
 * <p>Ways to read:
 *
 * <ul>
 *   <li>a loop or {@code stream()}: lazy, and may end early; does not report whether the list
 *       changed during the reading;
 *   <li>{@code read(consumer)}: any number of members without duplicates, in at most 32 bytes a
 *       member, with a report;
 *   <li>{@code readAll()}: all members at once, without duplicates, with a report;
 *   <li>{@code page(n)}: one page, for callers that do the paging themselves;
 *   <li>{@code changesSince(known)}: who joined, who left and who was updated since the caller's
 *       system was last brought up to date.
 * </ul>
 *
 * <p>{@link io.github.thriveaudience.AudienceMembersClient#membersOfEach} reads several audiences,
 * and hands each to an {@link io.github.thriveaudience.AudienceHandler}; {@link
 * io.github.thriveaudience.AudienceMembersClient#changesOfEach} compares several.
 *
 * <p>Clients, {@code Members} and the values they return are immutable and thread-safe; iterators,
 * streams and builders are for one thread. A client keeps connections open: share one, and close it
 * at the end.
 *
 * <p>{@link io.github.thriveaudience.error} has the exceptions, {@link
 * io.github.thriveaudience.auth} the credentials, and {@link io.github.thriveaudience.listing} the
 * results of reading.
 *
 * <p>Parameters and results are never null unless they are marked nullable. A null argument where
 * none is allowed throws a {@link java.lang.NullPointerException}.
 */
@NullMarked
package io.github.thriveaudience;

import org.jspecify.annotations.NullMarked;
