/**
 * What a client does while it works, for metrics and traces: a {@link
 * io.github.thriveaudience.event.ClientListener} hears of each request, retry, pause, page and
 * call.
 *
 * <p>An event holds no secret, no member's data and no audience: paths are templates, and the
 * figures are counts. An exception in it has what its own accessors say, and a message that names
 * the audience.
 *
 * <p>{@link io.github.thriveaudience.micrometer.MicrometerListener} makes metrics of these events.
 * The client's own log lines are made of them too.
 */
@NullMarked
package io.github.thriveaudience.event;

import org.jspecify.annotations.NullMarked;
