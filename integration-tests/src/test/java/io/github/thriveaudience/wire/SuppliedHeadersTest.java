package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.AudienceMembersClient;
import io.github.thriveaudience.error.SupplierFailedException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.error.ThriveInterruptedException;
import io.github.thriveaudience.event.RequestEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When suppliers of headers are asked, and what becomes of their failures. */
class SuppliedHeadersTest extends RequestHeadersFixture {
  @Test
  void ofASupplierAreAskedForEachAttempt() {
    failFirst(json("{\"status\":500}").withStatus(500));
    Iterator<@Nullable String> keys = Arrays.asList("1", null, "3").iterator();
    AudienceMembersClient client = builder().maxAttempts(2).header(KEY, keys::next).build();

    client.members("tech-team").page(1);
    client.members("tech-team").page(1);

    assertThat(values(RequestMethod.GET, KEY))
        .containsExactly(List.of("1"), List.of(), List.of("3"));
  }

  @Test
  void areOnTheRequestsAfterARejectedToken() {
    failFirst(json("{\"status\":401}").withStatus(401));
    Queue<String> keys = new ConcurrentLinkedQueue<>(List.of("1", "2"));
    AudienceMembersClient client =
        oauth2Builder()
            .maxAttempts(2)
            .header(KEY, keys::remove)
            .tokenHeader(TOKEN_KEY, () -> "token")
            .build();

    client.members("tech-team").page(1);

    assertThat(values(RequestMethod.GET, KEY)).containsExactly(List.of("1"), List.of("2"));
    assertThat(values(RequestMethod.POST, TOKEN_KEY))
        .containsExactly(List.of("token"), List.of("token"));
  }

  private static void failFirst(ResponseDefinitionBuilder response) {
    API.stubFor(
        any(urlPathMatching("/rest/.+"))
            .inScenario("first")
            .whenScenarioStateIs(STARTED)
            .willSetStateTo("later")
            .willReturn(response));
  }

  @Test
  void ofASupplierAreAskedOnTheThreadThatSends() {
    Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    AudienceMembersClient client =
        builder()
            .header(
                KEY,
                () -> {
                  threads.add(Thread.currentThread());
                  return null;
                })
            .build();

    client.members("tech-team").page(1);

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void ofAFailingSupplierFailTheCallBeforeItsRequest() {
    AtomicInteger asked = new AtomicInteger();
    IllegalStateException cause = new IllegalStateException("the vault is sealed: jane.doe");
    RecordedEvents events = new RecordedEvents();
    AudienceMembersClient client =
        builder()
            .maxAttempts(4)
            .addListener(events)
            .header(
                KEY,
                () -> {
                  asked.incrementAndGet();
                  throw cause;
                })
            .build();

    Throwable failure = catchThrowable(() -> client.members("tech-team").readAll());

    assertThat(failure)
        .isExactlyInstanceOf(SupplierFailedException.class)
        .hasMessageStartingWith(
            "The supplier of the header X-Api-Gateway-Key failed with a"
                + " java.lang.IllegalStateException, so no request was sent.")
        .hasMessageNotContaining("jane.doe")
        .hasCause(cause);
    assertThat(((ThriveException) failure).correlationId()).isNotNull();
    assertThat(asked).hasValue(1);
    assertThat(requests()).isEmpty();
    assertThat(events.of(RequestEvent.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hush\r\nX-Forged: 1",
        "hush\n",
        "hush\u0000",
        "hush ",
        "\thush",
        "hüsh",
        "hush\u2028"
      })
  void ofASupplierAreRefusedIfTheyCannotBeSent(String value) {
    assertThatThrownBy(
            () ->
                builder()
                    .maxAttempts(4)
                    .header(KEY, () -> value)
                    .build()
                    .members("tech-team")
                    .page(1))
        .isExactlyInstanceOf(SupplierFailedException.class)
        .hasMessageStartingWith(
            "The supplier of the header X-Api-Gateway-Key returned what cannot be used: the value ")
        .hasMessageNotContaining("hush")
        .hasMessageNotContaining("Forged")
        .hasNoCause();
    assertThat(requests()).isEmpty();
  }

  @Test
  void ofAFailingSupplierFailTokensToo() {
    try (AccessTokens tokens = tokensBuilder().tokenHeader(TOKEN_KEY, () -> "a\nb").build();
        AudienceMembersClient client =
            oauth2Builder()
                .tokenHeader(
                    TOKEN_KEY,
                    () -> {
                      throw new IllegalStateException("sealed");
                    })
                .build()) {
      assertThatThrownBy(tokens::current)
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageContaining("header X-Token-Gateway-Key returned what cannot be used");
      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageContaining("header X-Token-Gateway-Key failed with a java.lang.Illegal");
    }

    assertThat(requests()).isEmpty();
  }

  /** Kotlin's suppliers, for one, can throw what Java's cannot. */
  @Test
  void ofASupplierThatThrowsAnyThrowableFailTheCall() {
    Throwable cause = new Throwable("sealed");

    assertThatThrownBy(
            () ->
                builder()
                    .header(KEY, () -> SuppliedHeadersTest.<RuntimeException>sneak(cause))
                    .build()
                    .members("tech-team")
                    .page(1))
        .isExactlyInstanceOf(SupplierFailedException.class)
        .hasCause(cause);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> String sneak(Throwable failure) throws E {
    throw (E) failure;
  }

  /** Whoever is interrupted is not told that a supplier is broken. */
  @Test
  void ofASupplierThatIsInterruptedEndTheCallAsAnInterruption() {
    Throwable cause = new InterruptedException("test");
    List<Supplier<String>> suppliers =
        List.of(
            () -> SuppliedHeadersTest.<RuntimeException>sneak(cause),
            () -> {
              throw new IllegalStateException(cause);
            },
            () -> {
              Thread.currentThread().interrupt();
              throw new IllegalStateException("no answer");
            });
    for (Supplier<String> supplier : suppliers) {
      assertThatThrownBy(() -> builder().header(KEY, supplier).build().members("tech-team").page(1))
          .isExactlyInstanceOf(ThriveInterruptedException.class)
          .hasMessageStartingWith(
              "The thread was interrupted while it waited for the supplier of the header " + KEY);
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(requests()).isEmpty();
  }

  /** It runs on a thread of the client, so that nobody was interrupted who waits for the token. */
  @Test
  void ofATokenWhoseSupplierIsInterruptedFailTheCall() {
    Throwable cause = new InterruptedException("test");
    try (AudienceMembersClient client =
        oauth2Builder()
            .tokenHeader(KEY, () -> SuppliedHeadersTest.<RuntimeException>sneak(cause))
            .build()) {
      assertThatThrownBy(() -> client.members("tech-team").page(1))
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasCause(cause);
    }
    assertThat(Thread.interrupted()).isFalse();
  }

  /** It would be asked by the calls that it makes, without end. */
  @Test
  @Timeout(20)
  void ofASupplierThatUsesItsOwnClientFailAtOnce() {
    assertFailsAtOnce(client -> client.members("tech-team").page(1));
    assertFailsAtOnce(client -> client.members("tech-team").readAll());
    assertFailsAtOnce(client -> client.members("tech-team").deadline(Duration.ofHours(1)).page(1));
    assertFailsAtOnce(
        client -> client.membersOfEach(List.of("tech-team")).readAll((audience, read) -> {}));
    assertThat(requests()).isEmpty();
  }

  private static void assertFailsAtOnce(Consumer<AudienceMembersClient> reading) {
    AtomicReference<AudienceMembersClient> self = new AtomicReference<>();
    try (AudienceMembersClient client =
        builder()
            .header(
                KEY,
                () -> {
                  reading.accept(self.get());
                  return "hush";
                })
            .build()) {
      self.set(client);
      assertThatThrownBy(() -> reading.accept(client))
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageContaining("header " + KEY + " calls the client that asks it");
    }
  }

  @Test
  @Timeout(20)
  void ofASupplierThatUsesItsOwnTokensFailAtOnce() {
    AtomicReference<AccessTokens> self = new AtomicReference<>();
    try (AccessTokens tokens =
        tokensBuilder().tokenHeader(KEY, () -> self.get().current().value()).build()) {
      self.set(tokens);

      assertThatThrownBy(tokens::current)
          .isExactlyInstanceOf(SupplierFailedException.class)
          .hasMessageContaining("header " + KEY + " calls the client that asks it");
    }
    assertThat(requests()).isEmpty();
  }

  @Test
  void passAnErrorOfASupplierOn() {
    Error error = new StackOverflowError("test");

    assertThatThrownBy(
            () ->
                builder()
                    .maxAttempts(4)
                    .header(
                        KEY,
                        () -> {
                          throw error;
                        })
                    .build()
                    .members("tech-team")
                    .page(1))
        .isSameAs(error);
  }
}
