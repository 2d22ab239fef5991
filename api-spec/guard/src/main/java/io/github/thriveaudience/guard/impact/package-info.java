/** {@code mvn -q -Pimpact}: reports the consequences of a change of the contract. */
@NullMarked
package io.github.thriveaudience.guard.impact;

import org.jspecify.annotations.NullMarked;
