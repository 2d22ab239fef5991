/** The engine of a listing: prefetches and validates pages, delivers and counts their members. */
@NullMarked
package io.github.thriveaudience.internal.listing;

import org.jspecify.annotations.NullMarked;
