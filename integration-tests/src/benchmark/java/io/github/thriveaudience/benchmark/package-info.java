/** {@code mvn -q -Pbenchmark}: measures the client beside what else a user could take. */
@NullMarked
package io.github.thriveaudience.benchmark;

import org.jspecify.annotations.NullMarked;
