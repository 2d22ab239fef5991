package io.github.thriveaudience.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.Members;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.RequestEvent;
import java.io.IOException;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/** Listeners that throw. */
class FailingListenersTest extends WireTest {
  private final RecordedEvents events = new RecordedEvents();

  @Test
  void logsAFailedListenerAndContinues() {
    respond(json(Pages.page(25, 1, 1000)));

    try (RecordedLog log = RecordedLog.ofTheClient()) {
      builder()
          .addListener(failing(new IllegalStateException("jane.doe")))
          .addListener(failing(new IOException("jane.doe")))
          .addListener(events)
          .build()
          .members("tech-team")
          .page(1);

      assertThat(events.all).hasSize(3);
      assertThat(log.at(Level.WARNING))
          .hasSize(4)
          .allMatch(line -> line.startsWith("A listener failed: "))
          .noneMatch(line -> line.contains("jane.doe"));
      assertThat(log.at(Level.WARNING).get(1)).endsWith("java.io.IOException");
    }
  }

  @Test
  void throwsAnErrorOfAListenerToTheCaller() {
    Error error = new AssertionError("of a listener");
    respond(json(Pages.page(25, 1, 1000)));
    Members members = builder().addListener(failing(error)).build().members("tech-team");

    assertThat(catchThrowable(() -> members.page(1))).isSameAs(error);
    assertThat(catchThrowable(() -> members.stream().count())).isSameAs(error);
    assertThat(catchThrowable(() -> members.parallelism(4).readAll())).isSameAs(error);
  }

  @Test
  void throwsAnErrorOfAListenerToTheCallerOfATokenRequest() {
    Error error = new AssertionError("of a listener");
    respond(token(SECRET));

    try (AccessTokens tokens = tokensBuilder().addListener(failing(error)).build()) {
      assertThat(catchThrowable(tokens::current)).isSameAs(error);
    }
  }

  @Test
  void returnsATokenDespiteAFailedListener() {
    respond(token(SECRET + "-token"));

    try (AccessTokens tokens =
        tokensBuilder().addListener(failing(new IOException("disk full"))).build()) {
      assertThat(tokens.current().value()).isEqualTo(SECRET + "-token");
    }
  }

  /** A listener that throws this, checked or not, at each request and at the end of each call. */
  private static ClientListener failing(Throwable failure) {
    return new ClientListener() {
      @Override
      public void onRequest(RequestEvent event) {
        FailingListenersTest.<RuntimeException>throwUnchecked(failure);
      }

      @Override
      public void onCall(CallEvent event) {
        FailingListenersTest.<RuntimeException>throwUnchecked(failure);
      }
    };
  }

  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // Hides a checked exception from the compiler.
  private static <T extends Throwable> void throwUnchecked(Throwable failure) throws T {
    throw (T) failure;
  }
}
