/**
 * The values that reading an audience gives, and what is known of a traversal: the reading of all
 * its pages.
 *
 * <p>The API promises no order, and the list can change between two pages. A traversal can
 * therefore miss members or read duplicates, and the server does not say so. After {@code
 * Members.read} and {@code Members.readAll} a {@link
 * io.github.thriveaudience.listing.TraversalReport} says by a {@link
 * io.github.thriveaudience.listing.Verdict}, and the evidence for it, whether all members were
 * delivered, as far as that can be known:
 *
 * <pre>{@code
 * TraversalReport report = thrive.members("tech-team").read(this::synchronise);
 * if (report.verdict() != Verdict.CONSISTENT) {
 *   log.warn("{}: {}", report.verdict(), report.evidence());
 * }
 * }</pre>
 *
 * <p>A {@link io.github.thriveaudience.listing.ProgressListener} is notified of each page. If the
 * traversal fails, {@link io.github.thriveaudience.error.ThriveException#report} has the report of
 * what was read until then, and {@link
 * io.github.thriveaudience.listing.ProgressListener#readFailed} is notified of it whatever the
 * failure is. {@code Members.resume} goes on from there; the report of the resumed traversal covers
 * both parts.
 *
 * <p>To keep a system in step, {@code Members.changesSince} compares {@link
 * io.github.thriveaudience.listing.KnownMembers} with what it reads, as often as a {@link
 * io.github.thriveaudience.listing.ChangePolicy} requires, and gives {@link
 * io.github.thriveaudience.listing.MembershipChanges}. A {@link
 * io.github.thriveaudience.listing.MembershipState} is a file of the members for the next time.
 *
 * <p>No report shows personal data.
 */
@NullMarked
package io.github.thriveaudience.listing;

import org.jspecify.annotations.NullMarked;
