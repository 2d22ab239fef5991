package io.github.thriveaudience.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order of calls at a gate, and what holds them back, on a clock of the test. */
class GateTest {
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;

  private long now = 1;

  @Test
  void firstFlightIsSmallAndGrowsWithEachResponse() {
    Gate gate = gate(UNLIMITED);
    List<Ticket> tickets = tickets(20, CallOwner.ofSingleCall());

    assertThat(admitted(gate, tickets)).isEqualTo(tickets.subList(0, 3));

    gate.responded(tickets.get(0), now);
    assertThat(admitted(gate, tickets.subList(1, 20))).isEqualTo(tickets.subList(3, 5));

    tickets.subList(1, 5).forEach(ticket -> gate.responded(ticket, now));
    assertThat(admitted(gate, tickets.subList(5, 20))).isEqualTo(tickets.subList(5, 13));
  }

  @Test
  void requestsThatHangDoNotHoldUpTheOthers() {
    Gate gate = gate(UNLIMITED);
    List<Ticket> tickets = tickets(20, CallOwner.ofSingleCall());
    assertThat(admitted(gate, tickets)).hasSize(3);
    GateWait wait = gate.admit(tickets.get(3), now);
    assertThat(wait).isNotNull();
    assertThat(wait.nanos()).isEqualTo(Duration.ofSeconds(1).toNanos());

    now += Duration.ofSeconds(1).toNanos();
    assertThat(admitted(gate, tickets)).hasSize(3);

    now += Duration.ofSeconds(1).toNanos();
    assertThat(admitted(gate, tickets)).hasSize(6);
  }

  @Test
  void ownersTakeTurns() {
    Gate gate = gate(1);
    List<Ticket> large = tickets(5, CallOwner.ofSingleCall());
    List<Ticket> small = tickets(2, CallOwner.ofSingleCall());
    List<Ticket> all = new ArrayList<>(large);
    all.addAll(small);

    List<Ticket> order = new ArrayList<>();
    for (int second = 0; second < 7; second++) {
      List<Ticket> admitted = admitted(gate, all);
      admitted.forEach(ticket -> gate.responded(ticket, now));
      all.removeAll(admitted);
      order.addAll(admitted);
      now += Duration.ofSeconds(1).toNanos();
    }

    assertThat(order)
        .containsExactly(
            large.get(0),
            large.get(1),
            small.get(0),
            large.get(2),
            small.get(1),
            large.get(3),
            large.get(4));
  }

  @Test
  void retryGoesBeforeNewerCallsOfItsOwner() {
    Gate gate = gate(UNLIMITED);
    List<Ticket> tickets = tickets(4, CallOwner.ofSingleCall());
    admitted(gate, tickets.subList(0, 2));
    gate.responded(tickets.get(1), now);

    gate.refused(tickets.get(0), 429, Duration.ofSeconds(1).toNanos(), now);
    gate.admit(tickets.get(2), now);
    gate.admit(tickets.get(0), now);
    now += Duration.ofSeconds(5).toNanos();

    assertThat(admitted(gate, List.of(tickets.get(3), tickets.get(2), tickets.get(0))))
        .containsExactly(tickets.get(0));
  }

  @Test
  void nothingLeavesInAPauseAndThenSpaced() {
    Gate gate = gate(UNLIMITED);
    List<Ticket> tickets = tickets(8, CallOwner.ofSingleCall());
    admitted(gate, tickets);
    gate.responded(tickets.get(1), now);
    gate.refused(tickets.get(0), 429, Duration.ofSeconds(30).toNanos(), now);
    List<Ticket> rest = new ArrayList<>(tickets.subList(2, 8));
    long begin = now;

    List<Long> millis = new ArrayList<>();
    while (millis.size() < 4) {
      now += Duration.ofMillis(10).toNanos();
      long passed = Duration.ofNanos(now - begin).toMillis();
      millis.addAll(admitted(gate, rest).stream().map(ticket -> passed).toList());
    }

    assertThat(millis).isSorted().doesNotHaveDuplicates();
    assertThat(millis.get(0)).isGreaterThanOrEqualTo(30_000);
    IntStream.range(1, 4)
        .forEach(i -> assertThat(millis.get(i) - millis.get(i - 1)).isGreaterThan(100));
  }

  @Test
  void burstOfRefusalsLowersTheRateOnce() {
    Gate gate = gate(UNLIMITED);
    for (Ticket ticket : tickets(18, CallOwner.ofSingleCall())) {
      admitted(gate, List.of(ticket));
      now += Duration.ofMillis(20).toNanos();
      gate.responded(ticket, now);
    }
    List<Ticket> burst = tickets(20, CallOwner.ofSingleCall());
    assertThat(admitted(gate, burst)).hasSize(20);
    now += Duration.ofMillis(20).toNanos();

    List<Refusal> refusals =
        burst.stream().map(ticket -> gate.refused(ticket, 429, 0, now)).toList();

    assertThat(refusals).filteredOn(Refusal::begins).hasSize(1);
    assertThat(refusals).filteredOn(Refusal::lowers).hasSize(1);
    assertThat(refusals).extracting(Refusal::perSecond).containsOnly(refusals.get(0).perSecond());
  }

  @Test
  void refusalIsFinalOnceTheClientHadNoSuccessForTooLong() {
    Gate gate = gate(UNLIMITED);
    Ticket ticket = new Ticket(CallOwner.ofSingleCall(), true);

    List<Boolean> isFinal = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      admitted(gate, List.of(ticket));
      isFinal.add(gate.refused(ticket, 429, 0, now).isFinal());
      gate.admit(ticket, now);
      now += Duration.ofSeconds(60).toNanos();
    }

    assertThat(isFinal).containsExactly(false, false, true);
  }

  @Test
  void timeWithoutCallsIsNoTimeWithoutSuccess() {
    Gate gate = gate(UNLIMITED);
    gate.left(refusedOnce(gate), now);
    now += Duration.ofMinutes(5).toNanos();

    Ticket later = new Ticket(CallOwner.ofSingleCall(), true);
    admitted(gate, List.of(later));

    assertThat(gate.refused(later, 429, 0, now).isFinal()).isFalse();
  }

  @Test
  void countsTheRequestsThatWereInFlightWhenThrottlingBegan() {
    Gate gate = gate(UNLIMITED);
    List<Ticket> tickets = tickets(3, CallOwner.ofSingleCall());
    admitted(gate, tickets);

    tickets.forEach(ticket -> gate.refused(ticket, 429, 0, now));
    gate.close(now + 1);

    assertThat(gate.takeEnded()).isEqualTo(new Throttling(now, 3, 3, now + 1));
  }

  @Test
  void knownRateThatIsThrottledOnceIsSoonTheKnownOneAgain() {
    Gate gate = gate(20);
    refusedOnce(gate);

    assertThat(gate.perSecond(now)).isBetween(17.0, 20.0);
    now += Duration.ofSeconds(40).toNanos();
    assertThat(gate.perSecond(now)).isEqualTo(20);
  }

  @Test
  void successRestartsTheTimeWithoutOne() {
    Gate gate = gate(UNLIMITED);
    Ticket ticket = new Ticket(CallOwner.ofSingleCall(), true);

    for (int i = 0; i < 10; i++) {
      admitted(gate, List.of(ticket));
      assertThat(gate.refused(ticket, 429, 0, now).isFinal()).isFalse();
      now += Duration.ofSeconds(100).toNanos();
      admitted(gate, List.of(ticket));
      gate.responded(ticket, now);
      now += Duration.ofSeconds(5).toNanos();
    }
  }

  @Test
  void pacingEndsOnceNothingWaits() {
    Gate gate = gate(UNLIMITED);
    Ticket ticket = refusedOnce(gate);
    assertThat(gate.perSecond(now)).isEqualTo(1);
    assertThat(gate.takeEnded()).isNull();

    for (int i = 0; i < 9; i++) {
      now += Duration.ofSeconds(4).toNanos();
      assertThat(admitted(gate, List.of(ticket))).hasSize(1);
      gate.responded(ticket, now);
    }

    assertThat(gate.perSecond(now)).isEqualTo(UNLIMITED);
    Throttling ended = gate.takeEnded();
    assertThat(ended).isNotNull();
    assertThat(ended.requests()).isBetween(9L, 10L);
    assertThat(ended.refused()).isEqualTo(1);
    assertThat(gate.takeEnded()).isNull();
  }

  @Test
  void endOfAnOutageDelaysOnlyTheCallsThatItHeldBack() {
    Gate gate = new Gate(1, Duration.ofMinutes(2), () -> 1, now);
    List<Ticket> tickets = tickets(3, CallOwner.ofSingleCall());
    admitted(gate, tickets.subList(0, 1));
    gate.admit(tickets.get(1), now);
    gate.admit(tickets.get(2), now);
    gate.failed(tickets.get(0), now);
    now += Duration.ofSeconds(1).toNanos();

    assertThat(admitted(gate, tickets.subList(1, 3))).hasSize(1);
    now += Duration.ofMillis(500).toNanos();
    gate.responded(tickets.get(1), now);
    now += Duration.ofMillis(500).toNanos();

    assertThat(admitted(gate, tickets.subList(2, 3))).as("paced, and no later").hasSize(1);
  }

  @Test
  void closingEndsPacing() {
    Gate gate = gate(UNLIMITED);
    refusedOnce(gate);

    gate.close(now);

    assertThat(gate.takeEnded()).isNotNull();
  }

  @Test
  void callThatLeavesMakesRoomForTheNext() {
    Gate gate = gate(UNLIMITED);
    List<Ticket> tickets = tickets(5, CallOwner.ofSingleCall());
    admitted(gate, tickets);
    GateWait fifth = gate.admit(tickets.get(4), now);
    assertThat(fifth).isNotNull();
    assertThat(gate.waiting()).isEqualTo(2);

    gate.left(tickets.get(3), now);
    gate.left(tickets.get(0), now);

    assertThat(fifth.change().getCount()).as("it is woken").isZero();
    assertThat(admitted(gate, List.of(tickets.get(4)))).hasSize(1);
    assertThat(gate.waiting()).isZero();
  }

  private Gate gate(double requestsPerSecond) {
    return new Gate(requestsPerSecond, Duration.ofMinutes(2), () -> 0.5, now);
  }

  /** The ticket of a call whose only request was refused. */
  private Ticket refusedOnce(Gate gate) {
    Ticket ticket = new Ticket(CallOwner.ofSingleCall(), true);
    admitted(gate, List.of(ticket));
    gate.refused(ticket, 429, 0, now);
    return ticket;
  }

  private static List<Ticket> tickets(int count, CallOwner owner) {
    return IntStream.range(0, count).mapToObj(i -> new Ticket(owner, true)).toList();
  }

  /** Lets all ask who have no request in flight, and returns those whose request may leave. */
  private List<Ticket> admitted(Gate gate, List<Ticket> tickets) {
    List<Ticket> admitted = new ArrayList<>();
    boolean any = true;
    while (any) {
      any = false;
      for (Ticket ticket : tickets) {
        if (!ticket.inFlight && gate.admit(ticket, now) == null) {
          admitted.add(ticket);
          any = true;
        }
      }
    }
    return admitted;
  }
}
