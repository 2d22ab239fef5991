/**
 * What is known of a traversal of an audience, which is the reading of all its pages.
 *
 * <p>The API promises no order, and the list can change between two pages. So a traversal can miss
 * members or meet them twice without a word from the server. After {@code Members.read} and {@code
 * Members.readAll} a {@link io.github.thriveaudience.listing.TraversalReport} says, by a {@link
 * io.github.thriveaudience.listing.Verdict} and the evidence for it, whether what came is the
 * whole, as far as that can be known:
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
 * <p>No report shows a member's data.
 */
@NullMarked
package io.github.thriveaudience.listing;

import org.jspecify.annotations.NullMarked;
