/** Settings of the builders and the rules that they obey. */
@NullMarked
package io.github.thriveaudience.internal.config;

import org.jspecify.annotations.NullMarked;
