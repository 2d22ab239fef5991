/**
 * How a client proves who it is.
 *
 * <p>There are two ways, and {@link io.github.thriveaudience.auth.Credentials} makes both: HTTP
 * Basic with the API secret of a tenant, and OAuth 2.0 client credentials with a Client ID and a
 * Client Secret of their own. Each environment has its own.
 *
 * <pre>{@code
 * Credentials basic = Credentials.basic(tenantId, apiSecret);
 *
 * Credentials oauth2 = Credentials.oauth2(tenantId, clientId, clientSecret);
 * }</pre>
 *
 * <p>With OAuth a client requests a token when it first needs one, keeps it, and renews it in time;
 * nothing is left to the caller. {@link io.github.thriveaudience.auth.Scope} is what a token may
 * do, {@link io.github.thriveaudience.auth.TokenService} who issues it.
 *
 * <p>All types are immutable and thread-safe. No secret can be read from them, nor is one in a
 * {@code toString()}.
 */
@NullMarked
package io.github.thriveaudience.auth;

import org.jspecify.annotations.NullMarked;
