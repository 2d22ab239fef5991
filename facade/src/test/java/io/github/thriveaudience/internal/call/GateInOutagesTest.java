package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which calls a gate holds back in an outage, who sends the probes, and who is woken when. */
class GateInOutagesTest {
  private final CallOwner owner = CallOwner.ofSingleCall();
  private final Gate gate = new Gate(Double.POSITIVE_INFINITY, Duration.ofMinutes(2), () -> 0.5, 0);
  private final long begin = Duration.ofHours(1).toNanos();
  private long now = begin;

  @Test
  void firstFailureHoldsBackItsCallAloneAndTheSecondOneAllOthers() {
    List<Ticket> calls = sent(3);

    assertThat(gate.failed(calls.get(0), now)).as("a probe").isFalse();
    assertThat(waits(calls.get(0))).isTrue();
    assertThat(waits(ticket())).isFalse();

    gate.failed(calls.get(1), now);
    assertThat(waits(ticket())).isTrue();
  }

  @Test
  void callWithoutRetriesIsNotHeldBack() {
    sent(2).forEach(ticket -> gate.failed(ticket, now));

    assertThat(waits(new Ticket(owner, false))).isFalse();
  }

  @Test
  void aCallSendsThreeProbesInARowThenOneThatHasNotFailedHasItsTurn() {
    List<Ticket> calls = outage();
    Ticket other = ticket();
    Ticket failedFirst = calls.get(0);
    Ticket failedSecond = calls.get(1);
    List<Ticket> all = List.of(failedFirst, failedSecond, other);

    List<Ticket> probes =
        IntStream.range(0, 8)
            .mapToObj(
                i -> {
                  Ticket probe = nextProbe(all);
                  assertThat(gate.failed(probe, now)).as("a probe").isTrue();
                  return probe;
                })
            .toList();

    assertThat(probes)
        .containsExactly(
            failedFirst, failedFirst, failedFirst, other, other, other, other, failedSecond);
  }

  @Test
  void anotherCallSendsTheNextProbeIfTheOneWhoseTurnItIsLeaves() {
    List<Ticket> calls = outage();
    Ticket prober = nextProbe(calls);
    gate.failed(prober, now);

    gate.left(prober, now);

    assertThat(nextProbe(List.of(calls.get(1)))).isSameAs(calls.get(1));
  }

  @Test
  void probesAreSentOneAtATimeWithGrowingWaits() {
    List<Ticket> calls = outage();
    gate.admit(calls.get(1), now);

    assertThat(wait(calls.get(0))).isEqualTo(millis(150));
    now += millis(150);
    assertThat(gate.admit(calls.get(0), now)).isNull();
    assertThat(wait(calls.get(1))).as("until the outage is old").isEqualTo(millis(119_850));

    gate.failed(calls.get(0), now);
    assertThat(wait(calls.get(0))).isEqualTo(millis(300));
    now += millis(300);
    assertThat(gate.admit(calls.get(0), now)).isNull();
    gate.failed(calls.get(0), now);
    assertThat(wait(calls.get(0))).isEqualTo(millis(600));
  }

  @Test
  void holdsBackNothingOnceTheOutageIsOld() {
    List<Ticket> calls = outage();
    nextProbe(calls.subList(0, 1));
    Ticket other = calls.get(1);
    now = begin + Duration.ofMinutes(2).toNanos() - 1;
    assertThat(gate.isOutageOld(now)).isFalse();
    assertThat(wait(other)).isEqualTo(1);

    now++;
    assertThat(gate.isOutageOld(now)).isTrue();
    assertThat(waits(other)).isFalse();
  }

  @Test
  void callsThatWereHeldBackReturnWithinTheTimeThatTheyWaitedAndWithinASecond() {
    List<Ticket> calls = outage();
    Ticket early = ticket();
    wait(early);
    now += millis(5_000);
    Ticket late = ticket();
    wait(late);
    now += millis(300);
    Ticket probe = nextProbe(calls);

    gate.responded(probe, now);

    assertThat(early.notBefore - now).isEqualTo(millis(500));
    assertThat(late.notBefore - now).isEqualTo(millis(200));
    assertThat(wait(early)).isEqualTo(millis(500));
    assertThat(wait(late)).isEqualTo(millis(200));
  }

  @Test
  void endOfAnOutageWakesAllCalls() {
    List<Ticket> calls = outage();
    Ticket probe = nextProbe(calls);
    List<GateWait> waiting = List.of(gate.admit(ticket(), now), gate.admit(ticket(), now));

    gate.responded(probe, now);

    assertThat(waiting).allMatch(GateInOutagesTest::isWoken);
  }

  @Test
  void throttledResponseEndsAnOutage() {
    List<Ticket> calls = outage();
    Ticket probe = nextProbe(calls);

    gate.refused(probe, 429, 0, now);

    now += Duration.ofMinutes(2).toNanos();
    assertThat(gate.isOutageOld(now)).isFalse();
    assertThat(gate.failed(calls.get(1), now)).isFalse();
    assertThat(waits(ticket())).as("the first failure of another outage").isFalse();
  }

  @Test
  void failureWakesTheCallsThatItHoldsBackLonger() {
    List<Ticket> calls = sent(3);
    GateWait waiting = gate.admit(ticket(), now);
    assertThat(isWoken(waiting)).isFalse();

    gate.failed(calls.get(0), now);

    assertThat(isWoken(waiting)).isTrue();
  }

  @Test
  void refusalWakesAllCalls() {
    List<Ticket> calls = sent(3);
    List<GateWait> waiting = List.of(gate.admit(ticket(), now), gate.admit(ticket(), now));

    gate.refused(calls.get(0), 429, 0, now);

    assertThat(waiting).allMatch(GateInOutagesTest::isWoken);
  }

  @Test
  void responseWakesTheNextCallAndThatOneTheOneAfterIt() {
    List<Ticket> calls = sent(3);
    Ticket next = ticket();
    GateWait first = gate.admit(next, now);
    GateWait second = gate.admit(ticket(), now);

    gate.responded(calls.get(0), now);
    assertThat(isWoken(first)).isTrue();
    assertThat(isWoken(second)).isFalse();

    assertThat(gate.admit(next, now)).isNull();
    assertThat(isWoken(second)).isTrue();
  }

  @Test
  void callThatLeavesWakesTheOneThatSendsTheNextProbe() {
    List<Ticket> calls = outage();
    Ticket probe = nextProbe(calls.subList(0, 1));
    GateWait waiting = gate.admit(calls.get(1), now);

    gate.left(probe, now);

    assertThat(isWoken(waiting)).isTrue();
  }

  @Test
  void theLongestPauseHolds() {
    List<Ticket> calls = sent(3);

    gate.refused(calls.get(0), 429, millis(30_000), now);
    gate.refused(calls.get(1), 503, millis(20_000), now);
    assertThat(gate.pause()).isEqualTo(new ServerPause(now + millis(30_000), 429));

    gate.refused(calls.get(2), 503, millis(40_000), now);
    assertThat(gate.pause()).isEqualTo(new ServerPause(now + millis(40_000), 503));
  }

  @Test
  void nextCallAfterAWhileFindsRequestsUnpaced() {
    Ticket refused = sent(1).get(0);
    long sent = now;
    gate.refused(refused, 429, 0, now);
    now += Duration.ofSeconds(40).toNanos();
    assertThat(gate.perSecond(now))
        .as("its retry waits no more")
        .isEqualTo(Double.POSITIVE_INFINITY);

    assertThat(gate.admit(ticket(), now)).isNull();

    assertThat(gate.perSecond(now)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(gate.takeEnded()).isEqualTo(new Throttling(sent, 1, 1, sent));
  }

  /** Two calls have failed, and ask again. */
  private List<Ticket> outage() {
    List<Ticket> calls = sent(2);
    calls.forEach(ticket -> gate.failed(ticket, now));
    calls.forEach(this::wait);
    return calls;
  }

  private List<Ticket> sent(int count) {
    List<Ticket> tickets = IntStream.range(0, count).mapToObj(i -> ticket()).toList();
    assertThat(tickets).noneMatch(this::waits);
    return tickets;
  }

  private Ticket ticket() {
    return new Ticket(owner, true);
  }

  /** Lets all ask until one of them may send a probe. */
  private Ticket nextProbe(List<Ticket> tickets) {
    for (int i = 0; i < 100; i++) {
      now += millis(100);
      for (Ticket ticket : tickets) {
        if (gate.admit(ticket, now) == null) {
          return ticket;
        }
      }
    }
    throw new AssertionError("no probe within ten seconds");
  }

  private boolean waits(Ticket ticket) {
    return gate.admit(ticket, now) != null;
  }

  private long wait(Ticket ticket) {
    return gate.admit(ticket, now).nanos();
  }

  private static boolean isWoken(GateWait wait) {
    return wait.change().getCount() == 0;
  }

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
