package io.github.thriveaudience.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.error.MalformedResponseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events as users' tests of listeners create them. */
class EventsTest {
  private static final String FAILURE = MalformedResponseException.class.getName() + ": Odd.";
  private static final String CALL =
      "CallInfo[operation=LIST_MEMBERS, destination=TEST, host=example.com, correlationId=an-id]";

  private static CallInfo call() {
    return CallInfo.of(Operation.LIST_MEMBERS, "TEST", "example.com", "an-id");
  }

  /** A new instance of each event. */
  private static Map<String, Object> events(
      @Nullable Integer status, MalformedResponseException failure) {
    Duration second = Duration.ofSeconds(1);
    return Map.of(
        CALL,
        call(),
        "RequestEvent[call=%s, attempt=1, queued=PT1S, duration=PT1S, bytesSent=2, bytesReceived=3, status="
            + status
            + ", requestId=theirs, failure=%s]",
        RequestEvent.of(call(), 1, second, second, 2, 3, status, "theirs", failure),
        "RetryEvent[call=%s, attempt=1, status=" + status + ", failure=%s, delay=PT1S]",
        RetryEvent.of(call(), 1, status, failure, second),
        "ThrottledEvent[call=%s, status=429, requestId=theirs, duration=PT1S,"
            + " requestsPerSecond=2.0, begins=true]",
        ThrottledEvent.of(call(), 429, "theirs", second, 2, true),
        "PageEvent[call=%s, page=1, members=2]",
        PageEvent.of(call(), 1, 2),
        "CallEvent[call=%s, attempts=1, duration=PT1S, status=" + status + ", failure=%s]",
        CallEvent.of(call(), 1, second, status, failure));
  }

  static Stream<Map.Entry<String, Object>> each() {
    return Stream.of(503, null)
        .flatMap(
            status -> events(status, new MalformedResponseException("Odd.")).entrySet().stream());
  }

  @ParameterizedTest
  @MethodSource("each")
  void showsItsNameAndAllItsComponents(Map.Entry<String, Object> event) {
    assertThat(event.getValue())
        .hasToString(event.getKey().replaceFirst("%s", CALL).replace("%s", FAILURE));
  }

  @Test
  void ofARequestHasHeadersOfWhichItShowsTheNames() {
    RequestEvent without =
        RequestEvent.of(call(), 1, Duration.ZERO, Duration.ZERO, 0, 0, 200, null, null);
    RequestEvent with = without.withHeaders(Map.of("X-User", List.of("jane.doe")));

    assertThat(without.headers()).isEmpty();
    assertThat(with.headers().get("x-user")).containsExactly("jane.doe");
    assertThat(with.toString()).endsWith(", failure=null, headers=[X-User]]");
    assertThat(with).isNotEqualTo(without);
    assertThat(with.withHeaders(Map.of())).isEqualTo(without).hasSameHashCodeAs(without);
    assertThat(without.withHeaders(Map.of("x-USER", List.of("jane.doe"))))
        .isEqualTo(with)
        .hasSameHashCodeAs(with);
  }

  @Test
  void isEqualByValue() {
    MalformedResponseException failure = new MalformedResponseException("Odd.");

    assertThat(events(503, failure))
        .isEqualTo(events(503, failure))
        .hasSameHashCodeAs(events(503, failure));
    assertThat(PageEvent.of(call(), 1, 2)).isNotEqualTo(PageEvent.of(call(), 1, 3));
  }

  @Test
  void aListingAndItsEndShowAllTheirComponents() {
    ListingInfo listing = ListingInfo.of("TEST", "example.com");
    MalformedResponseException failure = new MalformedResponseException("Odd.");
    ListingEvent end = ListingEvent.of(listing, Duration.ofSeconds(1), 2, 3, failure);

    assertThat(end)
        .hasToString(
            "ListingEvent[listing=ListingInfo[destination=TEST, host=example.com],"
                + " duration=PT1S, pages=2, members=3, failure="
                + FAILURE
                + "]")
        .isEqualTo(ListingEvent.of(listing, Duration.ofSeconds(1), 2, 3, failure));
    assertThat(end.listing()).isEqualTo(listing);
  }
}
