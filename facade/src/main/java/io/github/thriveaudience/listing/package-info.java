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
 * <p>While it goes on, a {@link io.github.thriveaudience.listing.ProgressListener} hears of each
 * page. Where it breaks off, {@link
 * io.github.thriveaudience.error.TraversalBrokenOffException#reportIn} finds the report of what was
 * read until then, which {@code Members.resume} goes on from: the report of that reading speaks of
 * both parts.
 *
 * <p>No report shows a member's data.
 */
@NullMarked
package io.github.thriveaudience.listing;

import org.jspecify.annotations.NullMarked;
