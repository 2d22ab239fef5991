/**
 * What is known of a traversal of an audience: while it goes on, by a {@link
 * io.github.thriveaudience.traversal.ProgressListener}, and after it, by a {@link
 * io.github.thriveaudience.traversal.TraversalReport} that says whether what came is the whole.
 */
@NullMarked
package io.github.thriveaudience.traversal;

import org.jspecify.annotations.NullMarked;
