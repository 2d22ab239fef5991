package io.github.thriveaudience.internal.call;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.RetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Calls whose attempts fail as a test says, on a clock that waits move. */
public abstract class ScriptedCalls {
  public static final CallDescription CALL = Calls.OF_MEMBERS;

  public final RecordingTime time = new RecordingTime();
  public final Lifetime end = new Lifetime("this client is closed");
  public final List<ThriveException> script = new ArrayList<>();
  public final RecordingListener listener = new RecordingListener();
  public final List<RetryEvent> repeats = new ArrayList<>();
  public final List<CallEvent> ends = new ArrayList<>();
  public int attempts;

  /** A clock that waits move. */
  static final class RecordingTime implements Time {
    final List<Duration> waits = new ArrayList<>();
    long nanos = 5;

    @Override
    public Instant instant() {
      return Instant.EPOCH.plusNanos(nanos);
    }

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public boolean await(CountDownLatch end, Duration longest) throws InterruptedException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      waits.add(longest);
      nanos += longest.toNanos();
      return end.getCount() == 0;
    }
  }

  public Object run(int maxAttempts) {
    return run(retries(maxAttempts));
  }

  public Object run(RetryExecutor retries) {
    return Calls.run(retries, listener, this::attempt);
  }

  public String attempt() {
    if (attempts++ < script.size()) {
      throw script.get(attempts - 1);
    }
    return "done";
  }

  public RetryExecutor retries(int maxAttempts) {
    Limits limits = new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), maxAttempts, 1);
    return new RetryExecutor(limits, time, end, new Recorder());
  }

  private final class Recorder implements ClientListener {
    @Override
    public void onRetry(RetryEvent event) {
      repeats.add(event);
    }

    @Override
    public void onCall(CallEvent event) {
      ends.add(event);
    }
  }

  public static ThriveApiException answer(int status, @Nullable Duration retryAfter) {
    return ApiExceptions.of(ApiError.of(status).withRetryAfter(retryAfter), "status " + status);
  }
}
