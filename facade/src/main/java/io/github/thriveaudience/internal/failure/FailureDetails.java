package io.github.thriveaudience.internal.failure;

import io.github.thriveaudience.listing.TraversalReport;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code ThriveException} carries beside its message and its cause. The client learns it
 * only after the exception was made, so it is added here, where users cannot change it. For one
 * thread at a time.
 */
public final class FailureDetails implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static volatile @Nullable Function<RuntimeException, FailureDetails> accessor;

  private final ArrayList<RuntimeException> earlierFailures = new ArrayList<>();
  private @Nullable String correlationId;
  private @Nullable String requestId;
  private @Nullable TraversalReport report;
  private boolean ofToken;

  /**
   * Lets {@link #of} reach a private field of the exceptions.
   *
   * @param ofThriveException is called with a {@code ThriveException} alone
   */
  public static void register(Function<RuntimeException, FailureDetails> ofThriveException) {
    accessor = ofThriveException;
  }

  /**
   * The details of an exception.
   *
   * @param failure a {@code ThriveException}, a class that this package must not know
   */
  public static FailureDetails of(RuntimeException failure) {
    return Objects.requireNonNull(accessor).apply(failure);
  }

  /**
   * Names the call that failed, unless another one is named already.
   *
   * @param ofCall the id that the requests of the call carried
   * @param ofRequest the id that the server gave the last of them, or null
   */
  public void identify(String ofCall, @Nullable String ofRequest) {
    if (correlationId == null) {
      correlationId = ofCall;
      requestId = ofRequest;
    }
  }

  /** Adds failures that came before all that are known. */
  public void addEarlierFailures(List<? extends RuntimeException> failures) {
    earlierFailures.addAll(0, failures);
  }

  /** Sets the report of the listing that the failure ended; of nested ones, the outermost's. */
  public void setReport(TraversalReport ofListing) {
    report = ofListing;
  }

  /** Says that the token endpoint responded with the failure: it concerns no single audience. */
  public void setOfToken() {
    ofToken = true;
  }

  public boolean isOfToken() {
    return ofToken;
  }

  /** Takes over what is known of the call, and not the report of another reader's listing. */
  public void copyCall(FailureDetails other) {
    correlationId = other.correlationId;
    requestId = other.requestId;
    ofToken = other.ofToken;
    addEarlierFailures(other.earlierFailures);
  }

  public @Nullable String correlationId() {
    return correlationId;
  }

  public @Nullable String requestId() {
    return requestId;
  }

  public List<RuntimeException> earlierFailures() {
    return List.copyOf(earlierFailures);
  }

  public @Nullable TraversalReport report() {
    return report;
  }
}
