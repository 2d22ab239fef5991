package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.event.ClientListener;
import io.github.thriveaudience.event.ListingEvent;
import io.github.thriveaudience.event.ListingInfo;
import io.github.thriveaudience.event.Span;
import io.github.thriveaudience.internal.call.ManualTime;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.model.AudienceMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a listing begins and ends for a listener that follows it. */
class ListingSpansTest {
  private static final ListingInfo LISTING = ListingInfo.of("TEST", "TEST");

  private final ManualTime time = new ManualTime(5);
  private final List<ListingEvent> ended = new ArrayList<>();
  private int started;

  private final ClientListener follower =
      new ClientListener() {
        @Override
        public Span<ListingEvent> startListing(ListingInfo listing) {
          assertThat(listing).isEqualTo(LISTING);
          started++;
          return ended::add;
        }
      };

  private Members members(FakePages pages) {
    return new DefaultMembers(pages.followedBy(follower), Runnable::run, time);
  }

  private static ListingEvent end(
      int seconds, int pages, long members, @Nullable Throwable failure) {
    return ListingEvent.of(LISTING, Duration.ofSeconds(seconds), pages, members, failure);
  }

  @Test
  void lastsFromTheFirstRequestToTheLastPage() {
    Iterator<AudienceMember> iterator = members(FakePages.of(25)).iterator();
    assertThat(started).isZero();

    for (int i = 0; i < 20; i++) {
      iterator.next();
    }
    time.advance(Duration.ofSeconds(3));
    assertThat(ended).isEmpty();
    iterator.next();

    assertThat(started).isEqualTo(1);
    assertThat(ended).containsExactly(end(3, 3, 25, null));
    iterator.forEachRemaining(member -> {});
    assertThat(ended).hasSize(1);
  }

  @Test
  void endsWithItsFailureAndBeginsAgainIfTheReaderGoesOn() {
    MalformedResponseException failure = new MalformedResponseException("no luck");
    Iterator<AudienceMember> iterator = members(FakePages.of(25).failingAt(2, failure)).iterator();

    assertThatThrownBy(() -> iterator.forEachRemaining(member -> {})).isSameAs(failure);

    assertThat(ended).containsExactly(end(0, 1, 10, failure));
    assertThat(started).isEqualTo(1);
  }

  @Test
  void endsWithWhatTheConsumerThrows() {
    RuntimeException failure = new IllegalStateException("disk full");

    assertThatThrownBy(
            () ->
                members(FakePages.of(25))
                    .read(
                        member -> {
                          throw failure;
                        }))
        .isSameAs(failure);

    assertThat(ended).containsExactly(end(0, 1, 10, failure));
  }

  @Test
  void endsWithoutAFailureWhenItsReaderStops() {
    try (Stream<AudienceMember> stream = members(FakePages.of(25)).stream()) {
      assertThat(stream.findFirst()).isPresent();
      assertThat(ended).isEmpty();
    }

    assertThat(ended).containsExactly(end(0, 1, 10, null));
  }

  @Test
  void eachReadingIsOne() {
    Members members = members(FakePages.of(25));

    members.readAll();
    members.readAll();

    assertThat(started).isEqualTo(2);
    assertThat(ended).containsExactly(end(0, 3, 25, null), end(0, 3, 25, null));
  }
}
