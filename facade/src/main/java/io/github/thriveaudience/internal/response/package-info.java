/** Reading responses: bounded bodies, strict decoding of JSON, and what is known of an error. */
@NullMarked
package io.github.thriveaudience.internal.response;

import org.jspecify.annotations.NullMarked;
