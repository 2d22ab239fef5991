/** Log lines, and the composition of listeners. */
@NullMarked
package io.github.thriveaudience.internal.log;

import org.jspecify.annotations.NullMarked;
