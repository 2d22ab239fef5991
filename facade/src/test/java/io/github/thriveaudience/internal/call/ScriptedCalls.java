package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.RetryEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The base class of tests with calls whose attempts fail in turn, in virtual time. */
public abstract class ScriptedCalls {
  public static final CallDescription CALL = Calls.OF_MEMBERS;

  public final ManualTime time = new ManualTime(5);
  public final Lifetime end = new Lifetime("this client is closed");
  public final List<ThriveException> script = new ArrayList<>();
  public final CallOwner owner = CallOwner.ofSingleCall();
  public final List<RetryEvent> retryEvents = new ArrayList<>();
  public final List<CallEvent> ends = new ArrayList<>();
  public int attempts;

  public Object run(int maxAttempts) {
    return run(retries(maxAttempts));
  }

  public Object run(RetryExecutor retries) {
    return Calls.run(retries, owner, this::attempt);
  }

  public String attempt() {
    if (attempts++ < script.size()) {
      throw script.get(attempts - 1);
    }
    return "done";
  }

  public RetryExecutor retries(int maxAttempts) {
    return retries(maxAttempts, Double.POSITIVE_INFINITY);
  }

  public RetryExecutor retries(int maxAttempts, double requestsPerSecond) {
    Limits limits =
        new Limits(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            maxAttempts,
            maxAttempts,
            requestsPerSecond,
            1);
    return new RetryExecutor(limits, time, end, new Recorder());
  }

  private final class Recorder implements ClientListener {
    @Override
    public void onRetry(RetryEvent event) {
      retryEvents.add(event);
    }

    @Override
    public void onCall(CallEvent event) {
      ends.add(event);
    }
  }

  public static ThriveApiException errorResponse(int status, @Nullable Duration retryAfter) {
    return ApiExceptions.of(ApiError.of(status).withRetryAfter(retryAfter), "status " + status);
  }
}
