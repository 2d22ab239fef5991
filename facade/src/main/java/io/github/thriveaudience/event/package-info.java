/**
 * What a client does while it works, for metrics and traces. A {@link
 * io.github.thriveaudience.event.ClientListener} is notified of each request, retry, throttling,
 * page and call.
 *
 * <p>An event holds no secret, no personal data and no audience: its paths are templates, and its
 * figures are counts. An exception in an event has accessors with the server's own words, and a
 * message that names the audience.
 *
 * <p>Events are interfaces that the client implements; each has a method {@code of} for tests of
 * listeners. Later versions may add components to an event, so users must not implement them.
 *
 * <p>{@link io.github.thriveaudience.micrometer.MicrometerListener} turns these events into
 * metrics, and {@link io.github.thriveaudience.micrometer.ObservationListener} into traces. A
 * listener can follow listings, calls and requests from begin to end: see {@link
 * io.github.thriveaudience.event.Span}. The client writes its own log lines from them too.
 */
@NullMarked
package io.github.thriveaudience.event;

import org.jspecify.annotations.NullMarked;
