package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.AttemptListener;

/**
 * The request for a page.
 *
 * @param page the number of the page, 1 or more
 * @param gapsAllowed whether the page may lack members that its figures announce, because a verdict
 *     reports it
 * @param listener is notified of each attempt
 */
public record PageRequest(int page, boolean gapsAllowed, AttemptListener listener) {}
