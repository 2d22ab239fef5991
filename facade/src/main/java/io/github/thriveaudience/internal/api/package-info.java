/** The members endpoint: the gateway that calls the generated interface, and its error messages. */
@NullMarked
package io.github.thriveaudience.internal.api;

import org.jspecify.annotations.NullMarked;
