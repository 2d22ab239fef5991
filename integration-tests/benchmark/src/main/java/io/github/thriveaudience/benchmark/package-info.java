/** {@code mvn -q -Pbenchmark}: compares the client with the alternatives. */
@NullMarked
package io.github.thriveaudience.benchmark;

import org.jspecify.annotations.NullMarked;
