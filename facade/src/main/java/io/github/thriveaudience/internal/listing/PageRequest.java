package io.github.thriveaudience.internal.listing;

import io.github.thriveaudience.internal.call.CallOwner;

/**
 * The request for a page.
 *
 * @param page the number of the page, 1 or more
 * @param gapsAllowed whether the page may lack members that its figures announce, because a verdict
 *     reports it
 * @param owner the listing that the page is for
 */
public record PageRequest(int page, boolean gapsAllowed, CallOwner owner) {}
