/**
 * Metrics of a client by Micrometer. Micrometer is an optional dependency: no other package refers
 * to this one.
 */
@NullMarked
package io.github.thriveaudience.micrometer;

import org.jspecify.annotations.NullMarked;
