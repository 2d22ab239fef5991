/** The bodies of requests. */
@NullMarked
package io.github.thriveaudience.internal.request;

import org.jspecify.annotations.NullMarked;
