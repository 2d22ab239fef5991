package io.github.thriveaudience.listing;

import java.time.Duration;

/**
 * How far a traversal has come. Immutable.
 *
 * @param page the number of the page that has come, 1 or more
 * @param totalPages of how many, as this page announces it, 0 or more
 * @param members the members that came so far, those of this page included
 * @param elapsed the time since the traversal began
 */
public record TraversalProgress(int page, int totalPages, long members, Duration elapsed) {}
