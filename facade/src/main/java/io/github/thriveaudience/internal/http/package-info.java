/** HTTP: the transport over the JDK's client, bounded bodies, strict decoding, reading errors. */
@NullMarked
package io.github.thriveaudience.internal.http;

import org.jspecify.annotations.NullMarked;
