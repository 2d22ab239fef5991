package io.github.thriveaudience.testing;

import io.github.thriveaudience.ThriveEnvironment;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.CallDescription;
import io.github.thriveaudience.internal.call.Endpoint;
import io.github.thriveaudience.internal.failure.FailureDetails;
import io.github.thriveaudience.listing.TraversalReport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds an exception as the client throws it: with its message, and with what the client adds to
 * it. See {@link TestFailures}. For one thread.
 *
 * @param <B> the builder that each setter returns
 * @param <E> the exception
 */
public abstract class FailureBuilder<B extends FailureBuilder<B, E>, E extends ThriveException> {
  private String audience = TestEndpoint.AUDIENCE;
  private Endpoint endpoint = TestEndpoint.FAKE;
  private @Nullable String correlationId;
  private @Nullable TraversalReport report;
  private List<ThriveException> earlierFailures = List.of();

  /** Not for users to extend. */
  FailureBuilder() {}

  abstract E create(CallDescription call);

  /** The endpoint that the message names. */
  CallDescription call() {
    return CallDescription.ofMembers(endpoint, audience);
  }

  final Endpoint endpoint() {
    return endpoint;
  }

  /**
   * Sets the audience that the message names.
   *
   * @param audience its id or reference; default {@code tech-team}
   * @return this
   */
  public final B audience(String audience) {
    this.audience = Objects.requireNonNull(audience, "audience");
    return self();
  }

  /**
   * Sets the environment that the message names.
   *
   * @param environment the environment; default: one that is named {@code FAKE}
   * @return this
   */
  public final B environment(ThriveEnvironment environment) {
    this.endpoint = TestEndpoint.of(environment);
    return self();
  }

  /**
   * Sets the correlation id of the failed call, with which the message ends.
   *
   * @param correlationId the id; default: none
   * @return this
   */
  public final B correlationId(String correlationId) {
    this.correlationId = Objects.requireNonNull(correlationId, "correlationId");
    return self();
  }

  /**
   * Sets the failures of the attempts before the last one.
   *
   * @param failures in the order of the attempts; default: none
   * @return this
   */
  public final B earlierFailures(ThriveException... failures) {
    this.earlierFailures = List.of(failures);
    return self();
  }

  /**
   * Sets the report of the listing that the exception ended.
   *
   * @param report one of a failed reading: see {@link TestReport#failedAt}; default: none
   * @return this
   * @throws IllegalArgumentException if the reading did not fail
   */
  public B report(TraversalReport report) {
    Check.that(
        report.nextPage() != null, "report must be one of a failed reading: it has no nextPage");
    this.report = report;
    return self();
  }

  /**
   * Builds the exception.
   *
   * @return a new exception, whose stack trace is the caller's
   */
  public final E build() {
    E failure = create(call());
    FailureDetails details = FailureDetails.of(failure);
    if (correlationId != null) {
      details.identify(correlationId, failure.requestId());
    }
    if (report != null) {
      details.setReport(report);
    }
    details.addEarlierFailures(earlierFailures);
    return failure;
  }

  /** Safe, since only this package can extend the class, and each subclass names itself. */
  @SuppressWarnings("unchecked")
  private B self() {
    return (B) this;
  }
}
