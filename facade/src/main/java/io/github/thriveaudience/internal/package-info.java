/**
 * The wiring between the facade and the generated Feign interfaces. Not for users: it can change in
 * any release.
 */
@NullMarked
package io.github.thriveaudience.internal;

import org.jspecify.annotations.NullMarked;
