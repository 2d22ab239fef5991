/**
 * Reads the members of an audience from the Thrive Learning public API. Start at {@link
 * io.github.thriveaudience.AudienceMembersClient}.
 *
 * <p>Unless a parameter or a result is marked nullable it is never null; a null argument where none
 * is allowed is a {@link java.lang.NullPointerException}.
 */
@NullMarked
package io.github.thriveaudience;

import org.jspecify.annotations.NullMarked;
