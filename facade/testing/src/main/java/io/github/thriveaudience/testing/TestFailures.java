package io.github.thriveaudience.testing;

import io.github.thriveaudience.error.InconsistentListingException;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.error.ThriveTimeoutException;
import io.github.thriveaudience.error.TokenRequestException;
import io.github.thriveaudience.error.TooManyLeaversException;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.SupplierFailures;
import io.github.thriveaudience.internal.call.Texts;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.internal.http.TransportFailures;
import io.github.thriveaudience.internal.token.TokenErrorMessages;
import io.github.thriveaudience.listing.ChangePolicy;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.MembershipChanges;
import io.github.thriveaudience.listing.TraversalReport;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Objects;

/**
 * Starts to build the exceptions of the client, for tests of code that handles them and for {@link
 * FakeAudience#fails}. The messages are those of the client.
 *
 * <pre>{@code
 * fake.audience("tech-team").fails(TestFailures.status(503).requestId("theirs").build());
 * }</pre>
 */
public final class TestFailures {
  private TestFailures() {}

  /**
   * The API responded with an error.
   *
   * @param status 100 to 599, and not 2xx: 404 gives a {@code NotFoundException}
   * @return a builder of the exception of the status
   * @throws IllegalArgumentException if it is no status of an error
   */
  public static ApiFailureBuilder status(int status) {
    return new ApiFailureBuilder(status);
  }

  /**
   * The token endpoint refused an access token, with the status 401 for {@code invalid_client} and
   * 400 for any other error.
   *
   * @param error an error code of RFC 6749, section 5.2, not blank
   * @return a builder
   * @throws IllegalArgumentException if it is blank
   */
  public static OtherFailureBuilder<TokenRequestException> tokenRefused(String error) {
    Check.that(!error.isBlank(), "error must not be blank");
    int status = error.equals("invalid_client") ? 401 : 400;
    return new OtherFailureBuilder<>(
        call -> {
          CallDescription token = CallDescription.ofToken(call.endpoint());
          String message = TokenErrorMessages.ofRefusal(token, status, error, "api/read");
          TokenRequestException failure = new TokenRequestException(message, error, null);
          FailureDetails.of(failure).setOfToken();
          return failure;
        });
  }

  /**
   * The connection was refused.
   *
   * @return a builder
   */
  public static OtherFailureBuilder<ThriveConnectionException> connectionRefused() {
    return new OtherFailureBuilder<>(
        call ->
            (ThriveConnectionException)
                new TransportFailures(call, null)
                    .of(new ConnectException("Connection refused"), false));
  }

  /**
   * No complete response came in time.
   *
   * @param timeout the time that was allowed, zero or more
   * @return a builder
   * @throws IllegalArgumentException if it is negative
   */
  public static OtherFailureBuilder<ThriveTimeoutException> timedOut(Duration timeout) {
    Check.notNegative("timeout", timeout);
    return new OtherFailureBuilder<>(
        call -> new TransportFailures(call, null).timedOut(timeout, false));
  }

  /**
   * The calling thread was interrupted. The builder does not set its interrupt flag.
   *
   * @return a builder
   */
  public static OtherFailureBuilder<ThriveInterruptedException> interrupted() {
    return new OtherFailureBuilder<>(
        call -> new TransportFailures(call, null).interrupted(new InterruptedException()));
  }

  /**
   * A supplier that was given to the builder failed.
   *
   * @param what what it supplies, such as {@code the credentials}
   * @param cause what it threw
   * @return a builder
   */
  public static OtherFailureBuilder<SupplierFailedException> supplierFailed(
      String what, Throwable cause) {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(cause, "cause");
    return new OtherFailureBuilder<>(call -> SupplierFailures.failed(what, cause));
  }

  /**
   * The response is not what the API reference describes.
   *
   * @param fault what is wrong with it, as the end of a sentence, such as {@code it is not JSON}
   * @return a builder
   */
  public static OtherFailureBuilder<MalformedResponseException> malformed(String fault) {
    Objects.requireNonNull(fault, "fault");
    return new OtherFailureBuilder<>(call -> call.malformed(fault));
  }

  /**
   * No reading was consistent, although the policy demands it.
   *
   * @param last what the last reading delivered: see {@link TestSnapshot}
   * @return a builder
   * @throws IllegalArgumentException if the snapshot is consistent
   */
  public static OtherFailureBuilder<InconsistentListingException> inconsistent(
      MembersSnapshot last) {
    Check.that(!last.isConsistent(), "the snapshot must not be CONSISTENT");
    return new OtherFailureBuilder<>(
        call ->
            new InconsistentListingException(
                Texts.format(
                    "No reading of %s was consistent. The last one was %s: %s",
                    call.subjectAndEndpoint(),
                    last.report().verdict(),
                    String.join(" ", last.report().evidence())),
                last));
  }

  /**
   * More members left than the policy allows.
   *
   * @param changes what was found: see {@link TestChanges}
   * @return a builder
   * @throws IllegalArgumentException if nobody left
   */
  public static OtherFailureBuilder<TooManyLeaversException> tooManyLeavers(
      MembershipChanges changes) {
    String exceeded = ChangePolicy.defaults().atMostLeaving(0).exceededLimit(changes);
    if (exceeded == null) {
      throw new IllegalArgumentException("somebody must have left");
    }
    TraversalReport last = changes.reports().get(changes.reports().size() - 1);
    return new OtherFailureBuilder<>(
        call ->
            new TooManyLeaversException(
                Texts.format(
                    "Too many members left %s at once. Check whether it is the right audience. %s",
                    call.subjectAndEndpoint(), exceeded),
                changes,
                last));
  }
}
