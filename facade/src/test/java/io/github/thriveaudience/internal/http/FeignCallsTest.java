package io.github.thriveaudience.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import feign.Client;
import feign.Feign;
import feign.FeignException;
import feign.Request;
import feign.Response;
import feign.codec.DecodeException;
import io.github.thriveaudience.api.MembersApi;
import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.error.NotFoundException;
import io.github.thriveaudience.error.ThriveConnectionException;
import io.github.thriveaudience.error.ThriveException;
import io.github.thriveaudience.internal.call.ApiExceptions;
import io.github.thriveaudience.internal.call.CallContext;
import io.github.thriveaudience.internal.call.CallOwner;
import io.github.thriveaudience.internal.call.Calls;
import io.github.thriveaudience.internal.call.Time;
import io.github.thriveaudience.internal.response.ErrorResponseDecoder;
import io.github.thriveaudience.internal.response.UnreadableBodyException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls of generated interfaces pass the context, and throw exceptions that name the call. */
class FeignCallsTest {
  private static final Request REQUEST =
      Request.create(Request.HttpMethod.GET, "/", Map.of(), null, null, null);

  private final CallContext context =
      new CallContext(
          Calls.OF_MEMBERS, Time.SYSTEM, Duration.ofMinutes(1), CallOwner.ofSingleCall());
  private final List<Request.Options> received = new ArrayList<>();

  @Test
  void passTheContextToTheTransport() {
    MembersApi api =
        Feign.builder()
            .client(responding(404, "{\"error\":\"Not Found\"}"))
            .errorDecoder(new ErrorResponseDecoder(Time.SYSTEM))
            .target(MembersApi.class, "http://127.0.0.1");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () ->
                  FeignCalls.send(
                      context,
                      () -> api.listMembers("tech-team", 1, 100, null, context),
                      error ->
                          ApiExceptions.of(
                              error.error().withRequestId("id-1"), "no such audience")))
          .isInstanceOfSatisfying(
              NotFoundException.class,
              notFound -> {
                assertThat(notFound.error()).isEqualTo("Not Found");
                assertThat(notFound.requestId()).isEqualTo("id-1");
              });
    }

    assertThat(received).hasSize(2).allSatisfy(options -> assertThat(options).isSameAs(context));
  }

  private Client responding(int status, String body) {
    return (request, options) -> {
      received.add(options);
      return Response.builder()
          .request(request)
          .status(status)
          .headers(Map.of())
          .body(body, StandardCharsets.UTF_8)
          .build();
    };
  }

  @Test
  void nameTheCallInAMalformedResponse() {
    assertThat(failure(wrapped(UnreadableBodyException.malformed("the body is empty"))))
        .isExactlyInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("TEST")
        .hasMessageContaining("audience \"tech-team\"")
        .hasMessageContaining("the body is empty")
        .hasNoCause();
  }

  @Test
  void nameTheCallInATruncatedResponse() {
    assertThat(failure(wrapped(UnreadableBodyException.truncated("it is empty"))))
        .isExactlyInstanceOf(ThriveConnectionException.class)
        .hasMessageContaining("audience \"tech-team\" is truncated: it is empty")
        .hasNoCause();
  }

  @Test
  void treatOtherFailuresAsUnreadable() {
    Throwable failure = failure(wrapped(new IllegalStateException("jane.doe")));

    assertThat(failure)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessageContaining("reading it failed with a IllegalStateException");
    assertThat(failure.getCause()).hasMessage("java.lang.IllegalStateException");
    assertThat(failure.getCause().getStackTrace()).isNotEmpty();
  }

  @Test
  void passOtherExceptionsThrough() {
    ThriveException known = new ThriveConnectionException("reset", null);

    assertThat(failure(known)).isSameAs(known);
  }

  private Throwable failure(RuntimeException thrown) {
    return catchThrowable(
        () ->
            FeignCalls.send(
                context,
                () -> {
                  throw thrown;
                },
                error -> null));
  }

  private static FeignException wrapped(RuntimeException cause) {
    return new DecodeException(200, "jane.doe", REQUEST, cause);
  }
}
