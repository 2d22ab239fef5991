package io.github.thriveaudience.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ResponsePreparationTest {
  private static final BlockingQueue<Thread> PREPARING = new LinkedBlockingQueue<>();

  @Test
  void preparesOnceOnADaemonThreadThatEnds() throws InterruptedException {
    ResponsePreparation.startOnce(Api.class);
    ResponsePreparation.startOnce(Api.class);

    Thread first = PREPARING.poll(10, TimeUnit.SECONDS);
    assertThat(first).isNotNull().isNotSameAs(Thread.currentThread());
    assertThat(first.isDaemon()).isTrue();
    first.join(TimeUnit.SECONDS.toMillis(10));
    assertThat(first.isAlive()).isFalse();
    assertThat(PREPARING).isEmpty();
  }

  @Test
  void failsOnNoThread() throws InterruptedException {
    assertThatCode(() -> ResponsePreparation.startOnce(Broken.class)).doesNotThrowAnyException();

    Thread failing = PREPARING.poll(10, TimeUnit.SECONDS);
    assertThat(failing).isNotNull();
    BlockingQueue<Throwable> uncaught = new LinkedBlockingQueue<>();
    failing.setUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
    CONTINUE.put(true);
    failing.join(TimeUnit.SECONDS.toMillis(10));
    assertThat(failing.isAlive()).isFalse();
    assertThat(uncaught).isEmpty();
  }

  private static final BlockingQueue<Boolean> CONTINUE = new LinkedBlockingQueue<>();

  /** An interface whose responses Jackson can read. */
  interface Api {
    Prepared get();
  }

  /** An interface for which Jackson fails. */
  interface Broken {
    Unprepared get();
  }

  @JsonDeserialize(using = NotingDeserializer.class)
  record Prepared() {}

  @JsonDeserialize(using = FailingDeserializer.class)
  record Unprepared() {}

  /** Notes the thread that makes it. */
  static final class NotingDeserializer extends StdDeserializer<Prepared> {
    private static final long serialVersionUID = 1;

    NotingDeserializer() {
      super(Prepared.class);
      PREPARING.add(Thread.currentThread());
    }

    @Override
    public Prepared deserialize(JsonParser json, DeserializationContext context) {
      return new Prepared();
    }
  }

  /** Cannot be made. */
  static final class FailingDeserializer extends StdDeserializer<Unprepared> {
    private static final long serialVersionUID = 1;

    FailingDeserializer() throws InterruptedException {
      super(Unprepared.class);
      PREPARING.add(Thread.currentThread());
      Boolean unused = CONTINUE.take();
      throw new AssertionError("cannot be made");
    }

    @Override
    public Unprepared deserialize(JsonParser json, DeserializationContext context) {
      return new Unprepared();
    }
  }
}
