/**
 * The exceptions of the client, all of them unchecked and below {@link
 * io.github.thriveaudience.error.ThriveException}.
 *
 * <p>Before the client throws one, it has retried where that can help. What to catch depends on
 * what the caller can do about it:
 *
 * <ul>
 *   <li>temporary, so run again later: {@link io.github.thriveaudience.error.RateLimitedException}
 *       (after {@code retryAfter()}), {@link io.github.thriveaudience.error.ServerErrorException},
 *       {@link io.github.thriveaudience.error.ThriveConnectionException} with {@link
 *       io.github.thriveaudience.error.ThriveTimeoutException}, and {@link
 *       io.github.thriveaudience.error.InconsistentListingException};
 *   <li>about this audience alone, so go on with the next one, as {@code membersOfEach} does:
 *       {@link io.github.thriveaudience.error.NotFoundException}, and {@link
 *       io.github.thriveaudience.error.TooManyLeaversException}, for a person to decide on;
 *   <li>permanent until its cause is fixed, so raise an alarm: {@link
 *       io.github.thriveaudience.error.UnauthorizedException}, {@link
 *       io.github.thriveaudience.error.ForbiddenException} and {@link
 *       io.github.thriveaudience.error.TokenRequestException} (credentials), {@link
 *       io.github.thriveaudience.error.SupplierFailedException} (a supplier of these), {@link
 *       io.github.thriveaudience.error.MalformedResponseException} and {@link
 *       io.github.thriveaudience.error.UnexpectedStatusException} (a proxy or gateway, or an API
 *       that has changed), {@link io.github.thriveaudience.error.BadRequestException}, {@link
 *       io.github.thriveaudience.error.ConflictException} and {@link
 *       io.github.thriveaudience.error.UnprocessableContentException};
 *   <li>a request to stop, so let it through: {@link
 *       io.github.thriveaudience.error.ThriveInterruptedException}.
 * </ul>
 *
 * <pre>{@code
 * try {
 *   thrive.members("tech-team").read(this::synchronise);
 * } catch (RateLimitedException | ServerErrorException | ThriveConnectionException e) {
 *   log.warn("The next run will retry: {}", e.getMessage());
 * }
 * }</pre>
 *
 * <p>A message says what happened, to which environment and audience, and what to try. Neither a
 * message nor a cause carries a secret, a token, a body or personal data. The server's own words
 * are in accessors only, such as {@link
 * io.github.thriveaudience.error.ThriveApiException#apiMessage()}.
 *
 * <p>An exception also names its call ({@code correlationId()}, {@code requestId()}), and has the
 * failures of the attempts before ({@code earlierFailures()}) and the report of the listing that it
 * ended ({@code report()}).
 *
 * <p>Users' tests can create every exception; for those of a response see {@link
 * io.github.thriveaudience.error.ApiError}.
 */
@NullMarked
package io.github.thriveaudience.error;

import org.jspecify.annotations.NullMarked;
