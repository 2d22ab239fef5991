/**
 * Metrics of a client by Micrometer, which is an optional dependency: nothing else refers to this
 * package.
 */
@NullMarked
package io.github.thriveaudience.micrometer;

import org.jspecify.annotations.NullMarked;
