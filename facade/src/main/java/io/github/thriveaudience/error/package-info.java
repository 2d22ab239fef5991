/**
 * What can go wrong, as unchecked exceptions under {@link
 * io.github.thriveaudience.error.ThriveException}.
 *
 * <p>A client has tried again where that can help before it throws. Which to catch, then, depends
 * on what one can do about it:
 *
 * <ul>
 *   <li>may pass by itself, so run again later: {@link
 *       io.github.thriveaudience.error.RateLimitedException} (after {@code retryAfter()}), {@link
 *       io.github.thriveaudience.error.ServerErrorException}, {@link
 *       io.github.thriveaudience.error.ThriveConnectionException} with {@link
 *       io.github.thriveaudience.error.ThriveTimeoutException}, and {@link
 *       io.github.thriveaudience.error.InconsistentListingException};
 *   <li>is about this audience, so go on with the next one: {@link
 *       io.github.thriveaudience.error.NotFoundException};
 *   <li>stays until somebody mends it, so tell them: {@link
 *       io.github.thriveaudience.error.UnauthorizedException}, {@link
 *       io.github.thriveaudience.error.ForbiddenException} and {@link
 *       io.github.thriveaudience.error.TokenRequestException} (credentials), {@link
 *       io.github.thriveaudience.error.MalformedResponseException} and {@link
 *       io.github.thriveaudience.error.UnexpectedStatusException} (something in between, or an API
 *       that has changed), {@link io.github.thriveaudience.error.BadRequestException}, {@link
 *       io.github.thriveaudience.error.ConflictException} and {@link
 *       io.github.thriveaudience.error.UnprocessableContentException};
 *   <li>means to stop: {@link io.github.thriveaudience.error.ThriveInterruptedException}.
 * </ul>
 *
 * <pre>{@code
 * try {
 *   thrive.members("tech-team").read(this::synchronise);
 * } catch (RateLimitedException | ServerErrorException | ThriveConnectionException e) {
 *   log.warn("The next run tries again: {}", e.getMessage());
 * }
 * }</pre>
 *
 * <p>A message says what happened, to which environment and audience, and what to try. It never
 * carries a secret, a token, a body or a member's data, nor does a cause. Words that the server
 * chose are in accessors only, such as {@link
 * io.github.thriveaudience.error.ThriveApiException#apiMessage()}.
 */
@NullMarked
package io.github.thriveaudience.error;

import org.jspecify.annotations.NullMarked;
