/** {@code mvn -q -Pquickstart}: lists the members of an audience with the real client. */
@NullMarked
package io.github.thriveaudience.quickstart;

import org.jspecify.annotations.NullMarked;
