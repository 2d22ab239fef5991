/** The rules for arguments and addresses, and the settings of a connection. */
@NullMarked
package io.github.thriveaudience.internal.config;

import org.jspecify.annotations.NullMarked;
