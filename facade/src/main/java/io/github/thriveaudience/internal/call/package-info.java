/** One call: its context, deadline, retries, pacing and time. A retry waits here. */
@NullMarked
package io.github.thriveaudience.internal.call;

import org.jspecify.annotations.NullMarked;
