/** What the interfaces need: parameters by their styles, bodies, responses, names and Javadoc. */
@NullMarked
package io.github.thriveaudience.generator.operation;

import org.jspecify.annotations.NullMarked;
