/**
 * How a client proves who it is: {@link io.github.thriveaudience.auth.Credentials} and the services
 * that issue tokens.
 */
@NullMarked
package io.github.thriveaudience.auth;

import org.jspecify.annotations.NullMarked;
