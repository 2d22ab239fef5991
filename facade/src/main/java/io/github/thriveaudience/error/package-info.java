/**
 * What can go wrong, as unchecked exceptions under {@link
 * io.github.thriveaudience.error.ThriveException}.
 *
 * <p>A message says what happened, to which environment and audience, and what to try. It never
 * carries a secret, a token, a body or a member's data, nor does a cause. Words that the server
 * chose are in accessors only, such as {@link
 * io.github.thriveaudience.error.ThriveApiException#apiMessage()}.
 */
@NullMarked
package io.github.thriveaudience.error;

import org.jspecify.annotations.NullMarked;
