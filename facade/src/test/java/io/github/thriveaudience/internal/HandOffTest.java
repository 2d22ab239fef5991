package io.github.thriveaudience.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may block is not done where it comes up. */
class HandOffTest {
  private final HandOff handOff = new HandOff();

  @AfterEach
  void shutDown() {
    handOff.shutDown();
  }

  @Test
  void handsOverWhileAnyRequestHasNoConnection() {
    SentOnce first = request();
    SentOnce second = request();
    assertThat(worker()).isNotSameAs(Thread.currentThread());

    first.contentLength();
    assertThat(worker()).isNotSameAs(Thread.currentThread());

    second.contentLength();
    assertThat(worker()).isSameAs(Thread.currentThread());
  }

  @Test
  void countsARequestOnceHoweverItEnds() {
    SentOnce sent = request();
    sent.contentLength();
    sent.end();
    SentOnce never = request();
    never.end();
    never.end();
    assertThatThrownBy(never::contentLength).isInstanceOf(SentOnce.RefusedException.class);

    SentOnce open = request();

    assertThat(worker()).isNotSameAs(Thread.currentThread());
    open.end();
    assertThat(worker()).isSameAs(Thread.currentThread());
  }

  private SentOnce request() {
    handOff.connecting();
    return new SentOnce(BodyPublishers.noBody(), handOff::connected);
  }

  private Thread worker() {
    return CompletableFuture.supplyAsync(Thread::currentThread, handOff).join();
  }
}
