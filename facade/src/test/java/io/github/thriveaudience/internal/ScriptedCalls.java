package io.github.thriveaudience.internal;

import io.github.thriveaudience.error.ApiError;
import io.github.thriveaudience.error.ThriveApiException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.event.ClientListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Calls whose attempts fail as a test says, on a clock that waits move. */
abstract class ScriptedCalls {
  static final Call CALL = Calls.OF_MEMBERS;

  final RecordingTime time = new RecordingTime();
  final CountDownLatch end = new CountDownLatch(1);
  final List<ThriveException> script = new ArrayList<>();
  final RecordingListener listener = new RecordingListener();
  int attempts;

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

  Object run(int maxAttempts) {
    return run(retries(maxAttempts));
  }

  Object run(Retries retries) {
    return retries.run(CALL, listener, this::attempt);
  }

  String attempt() {
    if (attempts++ < script.size()) {
      throw script.get(attempts - 1);
    }
    return "done";
  }

  Retries retries(int maxAttempts) {
    return retries(maxAttempts, new ClientListener() {});
  }

  Retries retries(int maxAttempts, ClientListener events) {
    return new Retries(
        new Limits(Duration.ofSeconds(30), Duration.ofMinutes(2), maxAttempts, 1),
        time,
        end,
        events);
  }

  static ThriveApiException answer(int status, @Nullable Duration retryAfter) {
    return ApiExceptions.of(new ApiError(status, null, null, null, retryAfter), "status " + status);
  }
}
