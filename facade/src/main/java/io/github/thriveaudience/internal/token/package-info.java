/** Access tokens: the token endpoint, the cache, and the authentication of requests. */
@NullMarked
package io.github.thriveaudience.internal.token;

import org.jspecify.annotations.NullMarked;
