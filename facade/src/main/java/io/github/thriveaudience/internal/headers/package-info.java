/** The headers of responses that users asked for, as pages, events and exceptions hold them. */
@NullMarked
package io.github.thriveaudience.internal.headers;

import org.jspecify.annotations.NullMarked;
