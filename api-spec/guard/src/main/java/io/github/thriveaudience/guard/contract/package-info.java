/** Compares the contract with its last release and classifies each change. */
@NullMarked
package io.github.thriveaudience.guard.contract;

import org.jspecify.annotations.NullMarked;
