/** A canary for the live API: where does it differ from the spec? */
@NullMarked
package io.github.thriveaudience.live;

import org.jspecify.annotations.NullMarked;
