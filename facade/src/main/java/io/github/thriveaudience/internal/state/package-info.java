/** The file of a membership state: its format, and how it is replaced as a whole. */
@NullMarked
package io.github.thriveaudience.internal.state;

import org.jspecify.annotations.NullMarked;
