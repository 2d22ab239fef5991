package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.AttemptListener;

/**
 * What is needed to read a page.
 *
 * @param page the number of the page, 1 or more
 * @param gapsAllowed whether the page may lack members that its figures announce, since a verdict
 *     will say so
 * @param listener is notified of the requests
 */
public record PageRequest(int page, boolean gapsAllowed, AttemptListener listener) {}
