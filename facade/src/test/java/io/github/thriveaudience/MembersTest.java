package io.github.thriveaudience;

import static io.github.thriveaudience.Readings.members;
import static io.github.thriveaudience.internal.listing.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.MembersPage;
import io.github.thriveaudience.model.AudienceMember;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "9, 1", "10, 1", "11, 2", "25, 3", "30, 3"})
  void readsEveryPageOnce(int total, int pages) {
    FakePages source = FakePages.of(total);

    assertThat(members(source)).extracting(AudienceMember::userId).isEqualTo(ids(0, total));

    assertThat(source.requested).isEqualTo(IntStream.rangeClosed(1, pages).boxed().toList());
  }

  @Test
  void sendsNothingBeforeTheFirstMemberIsWanted() {
    FakePages source = FakePages.of(25);
    Members members = members(source);
    members.stream();
    Iterator<AudienceMember> iterator = members.iterator();
    assertThat(source.requested).isEmpty();

    iterator.hasNext();
    assertThat(source.requested).containsExactly(1, 2);
  }

  @Test
  void requestsOnePageAheadOfTheCaller() {
    FakePages source = FakePages.of(45);
    Iterator<AudienceMember> iterator = members(source).iterator();

    IntStream.range(0, 10).forEach(i -> iterator.next());
    assertThat(source.requested).containsExactly(1, 2);

    iterator.next();
    assertThat(source.requested).containsExactly(1, 2, 3);
  }

  @Test
  void eachIterationBeginsWithTheFirstPage() {
    FakePages source = FakePages.of(11);
    Members members = members(source);

    assertThat(members).hasSize(11);
    assertThat(members).hasSize(11);

    assertThat(source.requested).containsExactly(1, 2, 1, 2);
  }

  @Test
  void streamsLazily() {
    FakePages source = FakePages.of(45);

    assertThat(members(source).stream().limit(3).map(AudienceMember::userId)).isEqualTo(ids(0, 3));

    assertThat(source.requested).containsExactly(1, 2);
  }

  @Test
  void aClosedStreamSendsNothingMore() {
    FakePages source = FakePages.of(45);
    Stream<AudienceMember> stream = members(source).stream();
    Iterator<AudienceMember> iterator = stream.iterator();
    iterator.next();

    stream.close();

    assertThatIllegalStateException().isThrownBy(iterator::next);
    assertThat(source.requested).containsExactly(1, 2);
  }

  @Test
  void theIteratorEndsWithNoSuchElementException() {
    FakePages source = FakePages.of(0);
    Iterator<AudienceMember> iterator = members(source).iterator();

    assertThat(iterator.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
    assertThat(source.requested).containsExactly(1);
  }

  @Test
  void endsAtAnEmptyPageWhateverTheServerAnnounces() {
    FakePages absurd =
        FakePages.returning(page -> MembersPage.of(List.of(), page, 10, 0, Integer.MAX_VALUE));

    assertThat(members(absurd)).isEmpty();
    assertThat(absurd.requested).containsExactly(1);
  }

  @Test
  void failsWhenThePageSizeChangesBecauseMembersWouldBeLost() {
    FakePages shifting =
        FakePages.returning(
            page -> {
              MembersPage whole = FakePages.page(25, page);
              return MembersPage.of(whole.members(), page, 9 + page, 25, 3);
            });
    Iterator<AudienceMember> iterator = members(shifting).iterator();
    IntStream.range(0, 10).forEach(i -> iterator.next());

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(iterator::hasNext)
          .isInstanceOf(MalformedResponseException.class)
          .hasMessage(
              "The server changed the page size from 10 to 11 between pages 1 and 2 of audience"
                  + " \"tech-team\" of TEST.");
    }
  }

  @Test
  void theIteratorContinuesAfterAFailure() {
    FakePages failingOnce = FakePages.of(20).failingOnceAt(2);
    Iterator<AudienceMember> iterator = members(failingOnce).iterator();
    IntStream.range(0, 10).forEach(i -> iterator.next());

    assertThatThrownBy(iterator::next).isInstanceOf(MalformedResponseException.class);

    assertThat(iterator.next().userId()).isEqualTo("id-10");
    assertThat(failingOnce.requested).containsExactly(1, 2, 2);
  }

  @Test
  void aFailedConsumerEndsTheIteration() {
    FakePages source = FakePages.of(45);
    RuntimeException failure = new IllegalArgumentException("enough");

    assertThatThrownBy(
            () ->
                members(source)
                    .forEach(
                        member -> {
                          throw failure;
                        }))
        .isSameAs(failure);
    assertThat(source.requested).containsExactly(1, 2);
  }

  @Test
  void readsAnyPage() {
    FakePages source = FakePages.of(25);

    assertThat(members(source).page(3).members())
        .extracting(AudienceMember::userId)
        .isEqualTo(ids(20, 25));

    assertThat(source.requested).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
  void refusesAPageBelowOne(int page) {
    FakePages source = FakePages.of(25);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> members(source).page(page))
        .withMessage("page must be 1 or more, but was " + page);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> members(source).startingAt(page))
        .withMessage("page must be 1 or more, but was " + page);
    assertThat(source.requested).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 33, Integer.MAX_VALUE})
  void refusesAParallelismOutOfRange(int parallelism) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> members(FakePages.of(25)).parallelism(parallelism))
        .withMessage("parallelism must be 1 to 32, but was " + parallelism);
  }

  @Test
  void refusesNullBeforeAnyRequest() {
    FakePages source = FakePages.of(25);
    Members members = members(source);

    assertThatNullPointerException().isThrownBy(() -> members.forEach(null));
    assertThatNullPointerException().isThrownBy(() -> members.read(null));
    assertThatNullPointerException().isThrownBy(() -> members.readAll(null));
    assertThatNullPointerException().isThrownBy(() -> members.onProgress(null));
    assertThat(source.requested).isEmpty();
  }

  @Test
  void changingACopyLeavesTheOriginalUnchanged() {
    FakePages source = FakePages.of(45);
    Members members = members(source);
    members.parallelism(4).startingAt(3);

    members.iterator().next();

    assertThat(source.requested).containsExactly(1, 2);
  }

  @Test
  void startsAtAnyPage() {
    FakePages source = FakePages.of(45);

    assertThat(members(source).startingAt(4))
        .extracting(AudienceMember::userId)
        .isEqualTo(ids(30, 45));
    assertThat(source.requested).containsExactly(4, 5);
  }

  @Test
  void toStringShowsTheAudienceAndNoMember() {
    assertThat(members(FakePages.of(25))).hasToString("Members[audience \"tech-team\" of TEST]");
  }
}
