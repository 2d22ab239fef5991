package io.github.thriveaudience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.thriveaudience.error.MalformedResponseException;
import io.github.thriveaudience.model.AudienceMember;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {
  private final List<Integer> asked = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "9, 1", "10, 1", "11, 2", "25, 3", "30, 3"})
  void readsEveryPageOnce(int total, int pages) {
    assertThat(audienceOf(total)).extracting(AudienceMember::userId).isEqualTo(ids(0, total));

    assertThat(asked).isEqualTo(IntStream.rangeClosed(1, pages).boxed().toList());
  }

  @Test
  void asksForNothingBeforeTheFirstMemberIsWanted() {
    Members members = audienceOf(25);
    members.stream();
    Iterator<AudienceMember> iterator = members.iterator();
    assertThat(asked).isEmpty();

    iterator.hasNext();
    assertThat(asked).containsExactly(1);
  }

  @Test
  void asksForAPageOnlyWhenItsFirstMemberIsWanted() {
    Iterator<AudienceMember> iterator = audienceOf(25).iterator();

    IntStream.range(0, 10).forEach(i -> iterator.next());
    assertThat(asked).containsExactly(1);

    iterator.next();
    assertThat(asked).containsExactly(1, 2);
  }

  @Test
  void readsAnewEachTime() {
    Members members = audienceOf(11);

    assertThat(members).hasSize(11);
    assertThat(members).hasSize(11);

    assertThat(asked).containsExactly(1, 2, 1, 2);
  }

  @Test
  void streamsLazily() {
    assertThat(audienceOf(25).stream().limit(3).map(AudienceMember::userId))
        .isEqualTo(ids(0, 3));

    assertThat(asked).containsExactly(1);
  }

  @Test
  void endsWithAnExceptionOfItsOwn() {
    Iterator<AudienceMember> iterator = audienceOf(0).iterator();

    assertThat(iterator.hasNext()).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
    assertThat(asked).containsExactly(1);
  }

  @Test
  void endsAtAnEmptyPageWhateverTheServerAnnounces() {
    PageSource absurd =
        page -> {
          asked.add(page);
          return new MembersPage(List.of(), page, 10, 0, Integer.MAX_VALUE);
        };

    assertThat(new Members("tech-team", absurd)).isEmpty();
    assertThat(asked).containsExactly(1);
  }

  @Test
  void endsWhenThePageSizeChangesSinceMembersWouldBeLost() {
    PageSource shifting =
        page -> {
          MembersPage whole = pageOf(25, page);
          return new MembersPage(whole.members(), page, 9 + page, 25, 3);
        };
    Iterator<AudienceMember> iterator = new Members("tech-team", shifting).iterator();
    IntStream.range(0, 10).forEach(i -> iterator.next());

    assertThatThrownBy(iterator::hasNext)
        .isInstanceOf(MalformedResponseException.class)
        .hasMessage(
            "The server changed the page size from 10 to 11 between pages 1 and 2 of audience"
                + " \"tech-team\".");
  }

  @Test
  void canBeAskedAgainAfterAFailure() {
    PageSource failingOnce =
        page -> {
          asked.add(page);
          if (asked.size() == 2) {
            throw new MalformedResponseException("no luck");
          }
          return pageOf(20, page);
        };
    Iterator<AudienceMember> iterator = new Members("tech-team", failingOnce).iterator();
    IntStream.range(0, 10).forEach(i -> iterator.next());

    assertThatThrownBy(iterator::next).isInstanceOf(MalformedResponseException.class);

    assertThat(iterator.next().userId()).isEqualTo("id-10");
    assertThat(asked).containsExactly(1, 2, 2);
  }

  @Test
  void givesAnyPage() {
    assertThat(audienceOf(25).page(3).members())
        .extracting(AudienceMember::userId)
        .isEqualTo(ids(20, 25));

    assertThat(asked).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0})
  void refusesAPageBelowOne(int page) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> audienceOf(25).page(page))
        .withMessage("page must be 1 or more, but was " + page);
    assertThat(asked).isEmpty();
  }

  private Members audienceOf(int total) {
    return new Members(
        "tech-team",
        page -> {
          asked.add(page);
          return pageOf(total, page);
        });
  }

  private static MembersPage pageOf(int total, int page) {
    List<AudienceMember> members =
        ids((page - 1) * 10, Math.min(page * 10, total)).stream()
            .map(id -> AudienceMember.builder().userId(id).build())
            .toList();
    return new MembersPage(members, page, 10, total, (total + 9) / 10);
  }

  private static List<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "id-" + i).toList();
  }
}
