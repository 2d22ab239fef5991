/**
 * Reads the members of an audience from the Thrive Learning public API.
 *
 * <p>Start at {@link io.github.thriveaudience.AudienceMembersClient}. From there it goes one way: a
 * client, made once of an environment and credentials, gives {@link
 * io.github.thriveaudience.Members}, which say what to read and how; reading them gives members one
 * by one, a {@link io.github.thriveaudience.listing.MembersPage}, or a {@link
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
 * <p>Which way to read:
 *
 * <ul>
 *   <li>a loop or {@code stream()}: lazy, and ends early if you do; it does not say whether the
 *       list changed on the way;
 *   <li>{@code read(consumer)}: however many members, each once, in some 20 bytes a member, with a
 *       report;
 *   <li>{@code readAll()}: everything at once, each member once, with a report;
 *   <li>{@code page(n)}: one request, for who does the paging.
 * </ul>
 *
 * <p>Clients, {@code Members} and all that is read are immutable and thread-safe; iterators,
 * streams and builders are for one thread. A client keeps connections open, so share one, and close
 * it at the end.
 *
 * <p>What can go wrong is in {@link io.github.thriveaudience.error}, what a client authenticates
 * with in {@link io.github.thriveaudience.auth}, and what is known of a reading in {@link
 * io.github.thriveaudience.listing}.
 *
 * <p>Unless a parameter or a result is marked nullable it is never null; a null argument where none
 * is allowed is a {@link java.lang.NullPointerException}.
 */
@NullMarked
package io.github.thriveaudience;

import org.jspecify.annotations.NullMarked;
