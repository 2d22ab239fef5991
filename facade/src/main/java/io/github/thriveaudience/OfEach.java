package io.github.thriveaudience;

import io.github.thriveaudience.listing.AudiencesProgress;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Several audiences, described and not yet read: what {@link MembersOfEach} and {@link
 * ChangesOfEach} have in common. Immutable and thread-safe.
 *
 * <p>An audience that cannot be read does not end the whole: {@link AudienceHandler#failed} is
 * handed the reason, and the others are read.
 *
 * <p>Audiences are read on threads of the client, as pages are: see {@link Members}. The handler
 * and the listener run on the caller's thread.
 *
 * <p>Users may implement the interfaces, for fakes and wrappers: methods that later versions add
 * are {@code default}. A fake of {@link AudienceMembersClient} needs none: its {@code
 * membersOfEach} and {@code changesOfEach} read what its {@code members} returns.
 *
 * @param <S> the type of the description
 * @param <T> what is read of an audience
 */
public interface OfEach<S extends OfEach<S, T>, T> {

  /**
   * Sets how many audiences may be read at once. It is also the maximum number of results in
   * memory: those that are being read, that wait for the handler, and that the handler has. The
   * next audience begins when the handler has returned.
   *
   * @param audiences 1 to 32; default 1: the audiences are read in turn
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  S concurrency(int audiences);

  /**
   * Sets the {@link Members#parallelism} of each audience. The number of pages in flight is at most
   * this times the {@link #concurrency}.
   *
   * @param pages 1 to 32; default: that of {@link AudienceMembersClient#members}, which is 1
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  S parallelism(int pages);

  /**
   * Sets the maximum time of the whole, from its first request on: all audiences, retries and
   * waits, and the time that the handler takes. After it no audience begins, none that has been
   * read is handed over, and those in flight are cancelled. A call of the handler is not
   * interrupted. Each audience has what is left of it as its {@link Members#deadline}.
   *
   * @param deadline more than zero, at most 7 days; default: none
   * @return a changed copy
   * @throws IllegalArgumentException if it is out of range
   */
  S deadline(Duration deadline);

  /**
   * Sets a listener that is notified after each audience that was handled. It replaces an earlier
   * one.
   *
   * @param listener called on the thread that reads; what it throws ends the whole; default: none
   * @return a changed copy
   */
  S onProgress(Consumer<? super AudiencesProgress> listener);

  /**
   * Reads all audiences, and hands each to the handler as soon as it is read, one at a time.
   *
   * <p>These end the whole: the exceptions below, any other that is not a {@link
   * io.github.thriveaudience.error.ThriveException}, and what the handler or the listener throws.
   * Audiences in flight are cancelled at once, and no other begins. The exception is thrown as it
   * is, and {@link AudiencesSummary#of} says what was done until then. Its stack trace says it too,
   * as a suppressed exception.
   *
   * @param handler called on the calling thread
   * @return what became of each audience; audiences that failed are among them
   * @throws io.github.thriveaudience.error.UnauthorizedException if the credentials are rejected
   * @throws io.github.thriveaudience.error.ForbiddenException if the credentials do not allow
   *     reading, be it one audience
   * @throws io.github.thriveaudience.error.TokenRequestException if no access token is issued
   * @throws io.github.thriveaudience.error.SupplierFailedException if a supplier fails that was
   *     given to the builder of the client
   * @throws io.github.thriveaudience.error.ThriveTimeoutException if the {@link #deadline} is over
   *     before the last audience was read; the message says how many were handled
   * @throws io.github.thriveaudience.error.ThriveInterruptedException if the calling thread is
   *     interrupted
   * @throws IllegalStateException if the client is closed, even during the call
   */
  AudiencesSummary readAll(AudienceHandler<T> handler);
}
