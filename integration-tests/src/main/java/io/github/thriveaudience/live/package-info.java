/** A canary that reports where the live API differs from the spec. */
@NullMarked
package io.github.thriveaudience.live;

import org.jspecify.annotations.NullMarked;
