/** The engine of a listing: pages are prefetched, validated, delivered in order and counted. */
@NullMarked
package io.github.thriveaudience.internal.listing;

import org.jspecify.annotations.NullMarked;
