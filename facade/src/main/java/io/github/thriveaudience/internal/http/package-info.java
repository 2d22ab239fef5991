/** Sending requests: the transport over the JDK's client, headers, and what its failures mean. */
@NullMarked
package io.github.thriveaudience.internal.http;

import org.jspecify.annotations.NullMarked;
