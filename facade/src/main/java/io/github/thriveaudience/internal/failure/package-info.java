/**
 * What the client adds to an exception that was made already. Not exported: users see it by the
 * accessors of the exception.
 */
@NullMarked
package io.github.thriveaudience.internal.failure;

import org.jspecify.annotations.NullMarked;
