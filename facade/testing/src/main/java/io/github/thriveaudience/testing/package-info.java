/** For tests of programs that use the client. */
@NullMarked
package io.github.thriveaudience.testing;

import org.jspecify.annotations.NullMarked;
