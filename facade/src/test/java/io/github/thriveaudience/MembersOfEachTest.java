package io.github.thriveaudience;

import static io.github.thriveaudience.internal.listing.FakePages.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.thriveaudience.internal.call.ManualTime;
import io.github.thriveaudience.internal.listing.FakePages;
import io.github.thriveaudience.listing.AudiencesProgress;
import io.github.thriveaudience.listing.MembersSnapshot;
import io.github.thriveaudience.listing.ReadPolicy;
import io.github.thriveaudience.listing.TraversalReport;
import io.github.thriveaudience.listing.Verdict;
import io.github.thriveaudience.model.AudienceMember;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Audiences that can all be read. */
class MembersOfEachTest {
  private final FakeAudiences client =
      new FakeAudiences().with("sales", 25).with("board", 3).with("tech-team", 0);
  private final RecordedAudiences<MembersSnapshot> handler = new RecordedAudiences<>();

  @Test
  void readsTheAudiencesInTheirOrder() {
    AudiencesSummary summary =
        client.membersOfEach(List.of("sales", "tech-team", "board")).readAll(handler);

    assertThat(client.begun).containsExactly("sales", "tech-team", "board");
    assertThat(handler.read.keySet()).containsExactly("sales", "tech-team", "board");
    assertThat(handler.read.get("sales").members())
        .extracting(AudienceMember::userId)
        .isEqualTo(ids(0, 25));
    assertThat(summary.read().keySet()).containsExactly("sales", "tech-team", "board");
    assertThat(summary.read().get("sales").members()).isEqualTo(25);
    assertThat(summary.isConsistent()).isTrue();
    assertThat(handler.failed).isEmpty();
  }

  @Test
  void readsADuplicateOnce() {
    AudiencesSummary summary =
        client.membersOfEach(List.of("sales", "board", "sales", "sales")).readAll(handler);

    assertThat(client.begun).containsExactly("sales", "board");
    assertThat(summary.read().keySet()).containsExactly("sales", "board");
  }

  @Test
  void handlesAnAudienceBeforeTheNextOneBegins() {
    List<Integer> begun = new ArrayList<>();

    client
        .membersOfEach(List.of("sales", "board", "tech-team"))
        .readAll((audience, all) -> begun.add(client.begun.size()));

    assertThat(begun).containsExactly(1, 2, 3);
  }

  @Test
  void requestsNothingBeforeItIsRead() {
    client.membersOfEach(List.of("sales")).concurrency(3).parallelism(8);

    assertThat(client.begun).isEmpty();
  }

  @Test
  void copiesTheCollection() {
    Set<String> audiences = new HashSet<>(Set.of("sales"));
    MembersOfEach each = client.membersOfEach(audiences);
    audiences.add("board");

    each.readAll(handler);

    assertThat(handler.read.keySet()).containsExactly("sales");
  }

  @Test
  void readsAnewEachTime() {
    MembersOfEach each = client.membersOfEach(List.of("sales", "board"));

    AudiencesSummary first = each.readAll(handler);

    assertThat(each.readAll(handler)).isEqualTo(first);
    assertThat(client.begun).containsExactly("sales", "board", "sales", "board");
  }

  @Test
  void callsTheHandlerAndTheListenerOnTheCallingThread() {
    Set<Thread> threads = new HashSet<>();

    client
        .membersOfEach(List.of("sales", "unknown", "board"))
        .concurrency(2)
        .onProgress(progress -> threads.add(Thread.currentThread()))
        .readAll(
            new RecordedAudiences<MembersSnapshot>() {
              @Override
              public void read(String audience, MembersSnapshot result) {
                threads.add(Thread.currentThread());
              }
            });

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void notifiesOfTheProgressAfterEachAudience() {
    ManualTime time = new ManualTime(17);
    FakePages slow = FakePages.of(25).beforeEach(page -> time.advance(Duration.ofSeconds(page)));
    FakeAudiences slowClient = new FakeAudiences(time).with("sales", slow).with("board", 3);
    List<AudiencesProgress> progress = new ArrayList<>();

    slowClient
        .each(Runnable::run, "sales", "unknown", "board")
        .onProgress(
            each -> {
              assertThat(handler.read.size() + handler.failed.size()).isEqualTo(each.done());
              progress.add(each);
            })
        .readAll(handler);

    Duration taken = Duration.ofSeconds(6);
    assertThat(progress)
        .containsExactly(
            AudiencesProgress.of("sales", 1, 3, 25, taken),
            AudiencesProgress.of("unknown", 2, 3, 25, taken),
            AudiencesProgress.of("board", 3, 3, 28, taken));
  }

  @Test
  void readsEachAudienceWithTheSettings() {
    List<String> calls = new ArrayList<>();
    ReadPolicy policy = ReadPolicy.untilConsistent(2);

    new DefaultMembersOfEach(
            Audiences.of(
                audience -> recorded(calls), List.of("sales"), Runnable::run, new ManualTime(17)))
        .parallelism(8)
        .policy(policy)
        .deadline(Duration.ofMinutes(5))
        .readAll(handler);

    assertThat(calls)
        .containsExactly("parallelism[8]", "deadline[PT5M]", "readAll[" + policy + "]");
  }

  /** A wrapper of the client may have set others. */
  @Test
  void changesNoSettingThatWasNotSet() {
    List<String> calls = new ArrayList<>();

    new DefaultMembersOfEach(
            Audiences.of(
                audience -> recorded(calls), List.of("sales"), Runnable::run, new ManualTime(17)))
        .concurrency(2)
        .readAll(handler);

    assertThat(calls).containsExactly("readAll[ReadPolicy[once]]");
  }

  private static Members recorded(List<String> calls) {
    MembersSnapshot none =
        MembersSnapshot.of(
            List.of(), TraversalReport.builder().verdict(Verdict.CONSISTENT).build());
    return (Members)
        Proxy.newProxyInstance(
            Members.class.getClassLoader(),
            new Class<?>[] {Members.class},
            (proxy, method, arguments) -> {
              calls.add(method.getName() + Arrays.toString(arguments));
              return method.getReturnType() == Members.class ? proxy : none;
            });
  }

  @Test
  void readsAnAudienceAgainIfThePolicySaysSo() {
    FakePages changing = FakePages.filtered(3, 1, 2);
    client.with("sales", changing);

    AudiencesSummary summary =
        client
            .membersOfEach(List.of("sales", "board"))
            .policy(ReadPolicy.untilConsistent(3))
            .readAll(handler);

    assertThat(changing.requested).hasSize(3);
    assertThat(summary.failed().keySet()).containsExactly("sales");
    assertThat(summary.read().keySet()).containsExactly("board");
  }

  @Test
  void anAudienceThatWasNotConsistentIsReadAndSaysSo() {
    client.with("sales", FakePages.filtered(3, 1, 2));

    AudiencesSummary summary = client.membersOfEach(List.of("sales", "board")).readAll(handler);

    assertThat(handler.read.get("sales").isConsistent()).isFalse();
    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.isConsistent()).isFalse();
  }

  @Test
  void changingACopyLeavesTheOriginalUnchanged() {
    MembersOfEach each = client.membersOfEach(List.of("sales", "board"));
    List<AudiencesProgress> progress = new ArrayList<>();
    each.concurrency(2).onProgress(progress::add);

    each.readAll((audience, all) -> assertThat(client.begun).hasSizeLessThan(3));

    assertThat(progress).isEmpty();
  }

  @Test
  void toStringShowsTheNumberOfAudiences() {
    assertThat(client.membersOfEach(List.of("sales"))).hasToString("MembersOfEach[1 audience]");
    assertThat(client.membersOfEach(List.of("sales", "board")))
        .hasToString("MembersOfEach[2 audiences]");
  }
}
