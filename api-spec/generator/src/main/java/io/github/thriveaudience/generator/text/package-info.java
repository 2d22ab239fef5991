/** Text of the spec as parts of Java. */
@NullMarked
package io.github.thriveaudience.generator.text;

import org.jspecify.annotations.NullMarked;
