package io.github.thriveaudience.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.http.Fault;
import io.github.thriveaudience.AccessTokens;
import io.github.thriveaudience.contract.ViolatesContract;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.RateLimitedException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.event.CallEvent;
import io.github.thriveaudience.event.CallInfo;
import io.github.thriveaudience.event.Operation;
import io.github.thriveaudience.event.PageEvent;
import io.github.thriveaudience.event.RequestEvent;
import io.github.thriveaudience.event.RetryEvent;
import io.github.thriveaudience.event.ThrottledEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventsTest extends WireTest {
  private final RecordedEvents events = new RecordedEvents();
  private final TestTime time = new TestTime();

  @Test
  void pageIsARequestAPageAndACall() {
    respond(json(Pages.page(25, 1, 1000)).withHeader("X-Request-Id", "req-1"));

    builder().addListener(events).build().members("tech-team").page(1);

    CallInfo call = events.of(PageEvent.class).get(0).call();
    assertThat(events.all)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("RequestEvent", "PageEvent", "CallEvent");
    assertThat(call)
        .isEqualTo(
            CallInfo.of(
                Operation.LIST_MEMBERS,
                baseUri().resolve("/").toString(),
                "127.0.0.1",
                requests().get(0).getHeader("X-Correlation-Id")));
    RequestEvent request = events.of(RequestEvent.class).get(0);
    assertThat(request)
        .isEqualTo(
            RequestEvent.of(
                call,
                1,
                request.queued(),
                request.duration(),
                0,
                request.bytesReceived(),
                200,
                "req-1",
                null));
    assertThat(request.duration()).isPositive();
    assertThat(request.bytesReceived()).as("compressed").isBetween(100L, 1000L);
    assertThat(events.of(PageEvent.class)).containsExactly(PageEvent.of(call, 1, 25));
    CallEvent end = events.of(CallEvent.class).get(0);
    assertThat(end).isEqualTo(CallEvent.of(call, 1, end.duration(), 200, null));
    assertThat(end.duration()).isGreaterThanOrEqualTo(request.duration());
  }

  @Test
  @ViolatesContract("an undocumented response")
  void notifiesOfEachAttemptAndEachWait() {
    respond(
        aResponse()
            .withStatus(429)
            .withHeader("Retry-After", "30")
            .withHeader("X-Request-Id", "req-1"));

    Throwable thrown = catchThrowable(() -> list(3));

    assertThat(events.all)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "RequestEvent",
            "ThrottledEvent",
            "RetryEvent",
            "RequestEvent",
            "ThrottledEvent",
            "RetryEvent",
            "RequestEvent",
            "ThrottledEvent",
            "RetryEvent",
            "RequestEvent",
            "ThrottledEvent",
            "RetryEvent",
            "RequestEvent",
            "ThrottledEvent",
            "CallEvent");
    assertThat(events.of(RequestEvent.class))
        .extracting(RequestEvent::attempt)
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(events.of(RequestEvent.class).get(0).queued()).isZero();
    assertThat(events.of(RequestEvent.class).get(1).queued())
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
    RetryEvent retry = events.of(RetryEvent.class).get(1);
    assertThat(retry.attempt()).isEqualTo(2);
    assertThat(retry.status()).isEqualTo(429);
    assertThat(retry.failure()).isInstanceOf(RateLimitedException.class);
    assertThat(retry.delay()).isEqualTo(Duration.ofSeconds(30));
    assertThat(events.of(ThrottledEvent.class).get(0))
        .isEqualTo(ThrottledEvent.of(retry.call(), 429, "req-1", Duration.ofSeconds(30), 1, true));
    assertThat(events.of(ThrottledEvent.class))
        .extracting(ThrottledEvent::begins)
        .containsExactly(true, false, false, false, false);
    CallEvent end = events.of(CallEvent.class).get(0);
    assertThat(end.attempts()).as("until the client had no success for two minutes").isEqualTo(5);
    assertThat(end.failure()).isSameAs(thrown);
    assertThat(end.duration()).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(132));
  }

  @Test
  @ViolatesContract("an undocumented response")
  void requestWithoutAResponseHasAFailureInsteadOfAStatus() {
    respond(aResponse().withFault(Fault.EMPTY_RESPONSE));

    assertThatThrownBy(() -> list(1)).isInstanceOf(ThriveConnectionException.class);

    RequestEvent request = events.of(RequestEvent.class).get(0);
    assertThat(request.status()).isNull();
    assertThat(request.bytesReceived()).isZero();
    assertThat(request.failure()).isInstanceOf(ThriveConnectionException.class);
    assertThat(events.of(CallEvent.class).get(0).status()).isNull();
  }

  @Test
  void invalidPageIsNoPageEvent() {
    respond(json(Pages.page("[]", 5, 9, 7, 1)));

    assertThatThrownBy(() -> builder().addListener(events).build().members("tech-team").page(1))
        .isInstanceOf(MalformedResponseException.class);

    assertThat(events.of(PageEvent.class)).isEmpty();
    CallEvent end = events.of(CallEvent.class).get(0);
    assertThat(end.status()).isEqualTo(200);
    assertThat(end.failure()).isInstanceOf(MalformedResponseException.class);
  }

  @Test
  void tokenRequestIsACallOfItsOwn() {
    respond(token(SECRET + "-token"));

    try (AccessTokens tokens = tokensBuilder().addListener(events).build()) {
      tokens.current();
      tokens.current();
    }

    assertThat(events.of(CallEvent.class))
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.call().operation()).isEqualTo(Operation.REQUEST_TOKEN);
              assertThat(end.failure()).isNull();
            });
    assertThat(events.of(RequestEvent.class).get(0).bytesSent())
        .isEqualTo(requests().get(0).getBody().length);
    assertThat(events.all.toString()).doesNotContain(SECRET);
  }

  @Test
  @ViolatesContract("an undocumented response")
  void truncatedResponseKeepsStatusAndRequestId() throws IOException {
    try (RawServer server = new RawServer()) {
      CompletableFuture<Throwable> failure =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowable(
                      () ->
                          builder()
                              .baseUri(server.baseUri())
                              .addListener(events)
                              .build()
                              .members("tech-team")
                              .page(1)));
      server
          .respond("HTTP/1.1 200 OK\r\nX-Request-Id: req-1\r\nContent-Length: 9\r\n\r\n{")
          .close();

      assertThat(failure.join())
          .isInstanceOfSatisfying(
              ThriveConnectionException.class,
              thrown -> assertThat(thrown.requestId()).isEqualTo("req-1"));
    }
    RequestEvent request = events.of(RequestEvent.class).get(0);
    assertThat(request.status()).isEqualTo(200);
    assertThat(request.requestId()).isEqualTo("req-1");
    assertThat(request.failure()).isInstanceOf(ThriveConnectionException.class);
  }

  @Test
  void eventsHoldNoAudienceAndNoMember() {
    respond(json(Pages.page(25, 1, 1000)));

    builder().addListener(events).build().members("tech-team").page(1);

    assertThat(events.all.toString()).doesNotContain("tech-team", "user-1", "id-1", SECRET);
  }

  @Test
  @ViolatesContract("an undocumented response")
  void closedClientNotifiesOfNoCall() {
    API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
    var client = builder().addListener(events).build();

    assertThatThrownBy(() -> client.members("tech-team").page(1))
        .isInstanceOf(NotFoundException.class);
    client.close();

    assertThatThrownBy(() -> client.members("tech-team")).isInstanceOf(IllegalStateException.class);
    assertThat(events.of(CallEvent.class)).hasSize(1);
  }

  private void list(int maxAttempts) {
    var connection = GatewayFixtures.connection(time, maxAttempts, events);
    GatewayFixtures.list(GatewayFixtures.basic(baseUri(), connection), 1, 1000);
  }
}
