/** Builds releases and compares their files. */
@NullMarked
package io.github.thriveaudience.guard.release;

import org.jspecify.annotations.NullMarked;
